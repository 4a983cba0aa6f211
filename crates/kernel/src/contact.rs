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
        let kept: String = text.chars().filter(|c| !c.is_whitespace() && !"-./()".contains(*c)).collect();
        let kept = kept.strip_prefix("00").map(|rest| format!("+{rest}")).unwrap_or(kept);
        let digits = kept.strip_prefix("+45").unwrap_or(&kept);
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
        for text in ["12345678", "12 34 56 78", "+45 12345678", "0045 12-34-56-78", "(12) 345678"] {
            assert_eq!(text.parse::<Phone>().map(|p| p.spaced()), Ok("12 34 56 78".into()), "{text}");
        }
        assert_eq!("+46 70 123 45 67".parse::<Phone>().map(|p| p.href()), Ok("tel:+46701234567".into()));
        for wrong in ["", "1234567", "112", "02345678", "ring til mig", "123456789"] {
            assert!(wrong.parse::<Phone>().is_err(), "{wrong}");
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
