//! A file that looks like a børneattest or straffeattest is refused wherever a file can be sent (law B.4).

use samskab_file::certificate::{is_named_so, says_so};

/// By its name, or by what the police writes on every one of them.
pub(crate) fn looks_like_one(name: &str, bytes: &[u8]) -> bool {
    // Enough bytes for the characters that are read, however many bytes each takes.
    let beginning = String::from_utf8_lossy(bytes.get(..80_000).unwrap_or(bytes));
    is_named_so(name) || says_so(&beginning)
}

/// PDF, PNG, JPEG, GIF, TIFF, WebP, HEIC: a list is none of them.
pub(crate) fn is_scan(bytes: &[u8]) -> bool {
    let start: [&[u8]; 6] = [b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"];
    let inner = bytes.get(4..12).unwrap_or_default();
    start.iter().any(|magic| bytes.starts_with(magic))
        || bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")
        || inner.starts_with(b"ftypheic")
        || inner.starts_with(b"ftypmif1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_is_seen_by_its_name_its_kind_or_its_words() {
        assert!(looks_like_one("Børneattest Vilma.csv", b"a;b"));
        assert!(looks_like_one("BOERNEATTEST.txt", b""));
        assert!(looks_like_one("straffeattest_2026.csv", b"a;b"));
        assert!(is_scan(b"%PDF-1.7 ...") && is_scan(b"\xff\xd8\xff\xe0"));
        assert!(looks_like_one("a.csv", "Attest fra Det Centrale Kriminalregister".as_bytes()));
    }

    #[test]
    fn a_list_that_asks_for_certificates_is_a_list() {
        assert!(!looks_like_one("opgaver.csv", "Titel;Krav\nLektiehjælp;Børneattest\n".as_bytes()));
        assert!(!looks_like_one("foreninger.csv", b"Navn;CVR"));
    }
}
