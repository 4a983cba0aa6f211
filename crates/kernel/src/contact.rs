//! How a person is reached: e-mail, telephone, postcode. Checked as far as typing slips go, no further.

use std::fmt;

/// What is wrong with what was typed. The page has the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotContact {
    #[error("not an e-mail address")]
    Email,
    #[error("not a telephone number")]
    Phone,
    #[error("not a Danish postcode")]
    Postcode,
}

macro_rules! checked_text {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl fmt::Debug for $name {
            // Never in a log by accident.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
        crate::stored_as_text!($name, |value: &$name| value.0.clone(), |text: &str| text.parse::<$name>());
    };
}

checked_text! {
    /// An e-mail address in lower case, as far as it can be told without writing to it.
    Email
}
checked_text! {
    /// Eight digits for a Danish number; another country's with its `+`.
    Phone
}
checked_text! {
    /// Four digits.
    Postcode
}

impl std::str::FromStr for Email {
    type Err = NotContact;
    fn from_str(text: &str) -> Result<Self, NotContact> {
        let text = text.trim().to_lowercase();
        let (local, domain) = text.rsplit_once('@').ok_or(NotContact::Email)?;
        let fits = !local.is_empty()
            && text.len() <= 254
            && !local.contains('@')
            && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>()[],;:\\\"".contains(c))
            && domain.contains('.')
            && domain
                .split('.')
                .all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'))
            && domain.rsplit('.').next().is_some_and(|top| top.chars().count() >= 2)
            && !local.starts_with('.')
            && !local.ends_with('.');
        if fits { Ok(Self(text)) } else { Err(NotContact::Email) }
    }
}

impl std::str::FromStr for Phone {
    type Err = NotContact;
    fn from_str(text: &str) -> Result<Self, NotContact> {
        let kept = dialled(text);
        let kept = kept.strip_prefix("00").map(|rest| format!("+{rest}")).unwrap_or(kept);
        // "45 12 34 56 78": ten digits are no Danish number, and the country was meant.
        let digits = kept.strip_prefix("+45").unwrap_or(&kept);
        let digits = digits.strip_prefix("45").filter(|rest| rest.len() == 8).unwrap_or(digits);
        let all_digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
        if all_digits(digits) && digits.len() == 8 && !digits.starts_with(['0', '1'])
            || is_demo_number(digits)
        {
            return Ok(Self(digits.to_owned()));
        }
        match kept.strip_prefix('+') {
            Some(abroad)
                if !abroad.starts_with("45") && all_digits(abroad) && (7..=15).contains(&abroad.len()) =>
            {
                Ok(Self(kept))
            }
            _ => Err(NotContact::Phone),
        }
    }
}

/// What people write before a number.
const BEFORE: [&str; 8] = ["telefonnr", "telefon", "tlfnr", "mobil", "phone", "tlf", "tel", "mob"];

/// The digits as they are dialled, with a leading `+`: without the separators people put between them, and without what
/// cannot be seen.
fn dialled(text: &str) -> String {
    let text = text.replace("(0)", "").to_lowercase();
    let text = text.trim_start();
    let text = BEFORE.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let is_separator = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || "-./():·".contains(c)
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2010}'..='\u{2015}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    text.chars().filter(|c| !is_separator(*c)).map(|c| if c == '＋' { '+' } else { ascii_digit(c) }).collect()
}

/// A digit of a keyboard that is set to other digits than ours.
fn ascii_digit(c: char) -> char {
    let zeros = ['\u{660}', '\u{6f0}', '\u{ff10}'];
    let value =
        zeros.iter().find_map(|zero| u32::from(c).checked_sub(u32::from(*zero)).filter(|value| *value < 10));
    value.and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

/// Numbers from 10 to 19 million are not given to anybody in Denmark: examples use them.
fn is_demo_number(digits: &str) -> bool {
    digits.len() == 8 && digits.starts_with('1') && digits.chars().all(|c| c.is_ascii_digit())
}

impl Phone {
    /// In pairs, as Danes read it: `12 34 56 78`.
    pub fn spaced(&self) -> String {
        if self.0.starts_with('+') {
            return self.0.clone();
        }
        let digits: Vec<char> = self.0.chars().collect();
        digits.chunks(2).map(|pair| pair.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    /// For `tel:` links.
    pub fn href(&self) -> String {
        if self.0.starts_with('+') { format!("tel:{}", self.0) } else { format!("tel:+45{}", self.0) }
    }
}

impl std::str::FromStr for Postcode {
    type Err = NotContact;
    fn from_str(text: &str) -> Result<Self, NotContact> {
        let text = text.trim();
        let number: u16 = text.parse().map_err(|_| NotContact::Postcode)?;
        if text.len() == 4 && (800..=9990).contains(&number) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotContact::Postcode)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn e_mail_addresses_as_people_type_them() {
        for good in
            ["kontakt@noerre-aaby.example", " Anna@Fjordlund.Example ", "a.b+c@d.dk", "post@østerbæk.dk"]
        {
            assert!(good.parse::<Email>().is_ok(), "{good}");
        }
        for wrong in [
            "",
            "ingen mail",
            "a@b",
            "a b@c.dk",
            "@c.dk",
            "a@.dk",
            "a@b..dk",
            "a@b.d",
            "a@b@c.dk x",
            "<a@b.dk>",
        ] {
            assert!(wrong.parse::<Email>().is_err(), "{wrong}");
        }
        assert_eq!(
            " Anna@Fjordlund.Example ".parse::<Email>().map(|e| e.to_string()),
            Ok("anna@fjordlund.example".into())
        );
    }

    #[test]
    fn telephone_numbers_in_every_writing() {
        let one: Phone = "12345678".parse().unwrap();
        for text in [
            "12 34 56 78",
            "+45 12345678",
            "0045 12-34-56-78",
            "(12) 345678",
            "4512345678",
            "45 12 34 56 78",
            "(+45) 12345678",
            "Tlf.: 12 34 56 78",
            "mobil 12345678",
            "12–34–56–78",
            "\u{200e}12\u{a0}34\u{a0}56\u{a0}78\u{202c}",
            "１２３４５６７８",
            "٠٠٤٥ ١٢٣٤٥٦٧٨",
        ] {
            assert_eq!(text.parse::<Phone>().as_ref(), Ok(&one), "{text}");
        }
        assert_eq!(one.spaced(), "12 34 56 78");
        assert_eq!("+46 (0)70 123 45 67".parse::<Phone>(), "0046701234567".parse::<Phone>());
        assert_eq!("+46 70 123 45 67".parse::<Phone>().map(|p| p.href()), Ok("tel:+46701234567".into()));
        for wrong in ["", "1234567", "112", "02345678", "ring til mig", "123456789"] {
            assert!(wrong.parse::<Phone>().is_err(), "{wrong}");
        }
    }

    proptest! {
        /// However it is written, it is the same number; and what is stored is read back as it is.
        #[test]
        fn a_number_is_the_same_in_every_writing(
            number in 20_000_000_u32..=99_999_999, prefix in "(|[+]45 ?|0045|45 )", between in "[ .–-]?",
        ) {
            let digits = number.to_string();
            let pairs: Vec<&str> = (0..4).map(|at| &digits[at * 2..at * 2 + 2]).collect();
            let written = format!("{prefix}{}", pairs.join(&between));
            let phone: Phone = written.parse().unwrap();
            prop_assert_eq!(phone.as_str(), digits.as_str());
            prop_assert_eq!(phone.as_str().parse::<Phone>().unwrap(), phone);
        }
    }

    #[test]
    fn postcodes_have_four_digits() {
        assert!("6950".parse::<Postcode>().is_ok() && "0800".parse::<Postcode>().is_ok());
        for wrong in ["695", "69500", "abcd", "", "0001", "+695"] {
            assert!(wrong.parse::<Postcode>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_address_never_stands_in_a_log() {
        let email: Email = "anna@fjordlund.example".parse().unwrap();
        assert_eq!(format!("{email:?}"), "Email(…)");
    }
}
