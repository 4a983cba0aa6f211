//! What a form says about its fields, once: [`form!`](crate::form!) generates from it the struct that keeps what was
//! typed and a method for each field.

use samskab_kernel::Locale;

use super::Choice;

/// A text in the reader's language.
pub type Words = fn(Locale) -> &'static str;

/// Of a field whose label has arguments: the page that shows it says them with [`Field::label`].
///
/// [`Field::label`]: crate::form::Field::label
pub fn by_the_page(_: Locale) -> &'static str {
    ""
}

/// The markup with which a field is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// Carried along; no person sees it.
    Hidden,
    /// One line; with the `type` of the input.
    Line(&'static str),
    Textarea,
    Select,
    Radio,
    Checkboxes,
    /// One box, which sends `ja` when it is ticked.
    Tick,
    /// A file from the reader's computer.
    File,
}

/// Whether a field must be filled in, and how the page says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filled {
    Required,
    /// “(valgfrit)” is shown after its label.
    Optional,
    /// Not required by itself, and not marked as optional: one of two fields must be filled in.
    Unmarked,
}

/// A field as its form declares it. Each kind brings what fields of its kind have in common; the methods
/// after it say what is special.
#[derive(Debug, Clone, Copy)]
pub struct Declaration {
    /// The name under which it is sent, and its id on the page.
    pub name: &'static str,
    pub(super) control: Control,
    pub(super) label: Option<Words>,
    pub(super) hint: Option<Words>,
    pub(super) filled: Filled,
    /// Longest text, in characters; 0: as the reader says.
    pub(super) max: usize,
    /// The longest text is told by the browser: `maxlength`, or a counter below a textarea.
    pub(super) tells_max: bool,
    /// Smallest and largest number.
    pub(super) bounds: (i64, i64),
    pub(super) rows: usize,
    pub(super) width: &'static str,
    pub(super) inputmode: &'static str,
    pub(super) autocomplete: &'static str,
    /// For a file: which files the browser offers, as in `accept`.
    pub(super) accept: &'static str,
    /// The text of the empty first choice of a select; `None`: the usual one.
    pub(super) first: Option<Words>,
    pub(super) has_first: bool,
    /// What can be chosen, when it is the same for every reader.
    pub(super) choices: Option<fn(Locale) -> Vec<Choice>>,
    /// Its messages say by themselves which field it is.
    pub(super) says_itself: bool,
    /// What is said when it is required and empty, as a whole sentence; `None`: the usual words.
    pub(super) asks: Option<Words>,
}

/// Longest text where a form does not say it.
const LONGEST: usize = 200;

impl Declaration {
    const fn new(name: &'static str, control: Control, label: Option<Words>) -> Self {
        Self {
            name,
            control,
            label,
            hint: None,
            filled: Filled::Required,
            max: LONGEST,
            tells_max: false,
            bounds: (i64::MIN, i64::MAX),
            rows: 5,
            width: "",
            inputmode: "",
            autocomplete: "",
            accept: "",
            first: None,
            has_first: true,
            choices: None,
            says_itself: false,
            asks: None,
        }
    }

    const fn line(name: &'static str, kind: &'static str, label: Words) -> Self {
        Self::new(name, Control::Line(kind), Some(label))
    }

    /// A field that is only carried along: a version, a button, a code.
    pub const fn hidden(name: &'static str) -> Self {
        Self::new(name, Control::Hidden, None).optional()
    }

    pub const fn text(name: &'static str, label: Words) -> Self {
        Self::line(name, "text", label)
    }

    pub const fn email(name: &'static str, label: Words) -> Self {
        Self::line(name, "email", label)
    }

    pub const fn password(name: &'static str, label: Words) -> Self {
        Self::line(name, "password", label).autocomplete("current-password")
    }

    pub const fn phone(name: &'static str, label: Words) -> Self {
        Self::line(name, "tel", label).width("s")
    }

    pub const fn postcode(name: &'static str, label: Words) -> Self {
        Self::line(name, "text", label).width("xs").inputmode("numeric")
    }

    /// A web address.
    pub const fn url(name: &'static str, label: Words) -> Self {
        Self::line(name, "url", label)
    }

    /// A whole number; `between` says its bounds.
    pub const fn number(name: &'static str, label: Words) -> Self {
        Self::line(name, "text", label).width("xs").inputmode("numeric")
    }

    /// A day, as browsers send it or as people type it.
    pub const fn day(name: &'static str, label: Words) -> Self {
        Self::line(name, "date", label).width("s")
    }

    /// A clock time as people type it (14, 14.30): minutes after midnight.
    pub const fn clock(name: &'static str, label: Words) -> Self {
        Self::line(name, "text", label).width("xs").inputmode("decimal")
    }

    /// Several lines of text.
    pub const fn paragraph(name: &'static str, label: Words) -> Self {
        Self::new(name, Control::Textarea, Some(label))
    }

    /// One choice from a list that unfolds.
    pub const fn choice(name: &'static str, label: Words) -> Self {
        Self::new(name, Control::Select, Some(label)).width("m")
    }

    /// One choice from a list that is shown whole.
    pub const fn radio(name: &'static str, label: Words) -> Self {
        Self::new(name, Control::Radio, Some(label))
    }

    /// Any number of a list, none of them required.
    pub const fn several(name: &'static str, label: Words) -> Self {
        Self::new(name, Control::Checkboxes, Some(label)).optional()
    }

    /// Yes or no. A box needs no “(valgfrit)”.
    pub const fn tick(name: &'static str, label: Words) -> Self {
        Self::new(name, Control::Tick, Some(label)).unmarked()
    }

    /// A file. It is sent alongside the form's texts: the form's struct has no field for it, and it is not sent
    /// again.
    pub const fn file(name: &'static str, label: Words) -> Self {
        Self::new(name, Control::File, Some(label))
    }

    pub const fn hint(self, hint: Words) -> Self {
        Self { hint: Some(hint), ..self }
    }

    pub const fn required(self) -> Self {
        Self { filled: Filled::Required, ..self }
    }

    pub const fn optional(self) -> Self {
        Self { filled: Filled::Optional, ..self }
    }

    /// Not required by itself, and not marked as optional.
    pub const fn unmarked(self) -> Self {
        Self { filled: Filled::Unmarked, ..self }
    }

    /// Longest text, in characters; the server says when it is passed.
    pub const fn at_most(self, max: usize) -> Self {
        Self { max, ..self }
    }

    /// As `at_most`; the browser also says so while somebody types.
    pub const fn max(self, max: usize) -> Self {
        Self { max, tells_max: true, ..self }
    }

    pub const fn between(self, smallest: i64, largest: i64) -> Self {
        Self { bounds: (smallest, largest), ..self }
    }

    pub const fn rows(self, rows: usize) -> Self {
        Self { rows, ..self }
    }

    /// `xs`, `s`, `m`; the usual one is as wide as the form.
    pub const fn width(self, width: &'static str) -> Self {
        Self { width, ..self }
    }

    pub const fn inputmode(self, inputmode: &'static str) -> Self {
        Self { inputmode, ..self }
    }

    pub const fn autocomplete(self, autocomplete: &'static str) -> Self {
        Self { autocomplete, ..self }
    }

    /// Which files the browser offers: names' endings and media types, with commas between them.
    pub const fn accept(self, accept: &'static str) -> Self {
        Self { accept, ..self }
    }

    /// The empty first choice says this instead of the usual word.
    pub const fn first(self, first: Words) -> Self {
        Self { first: Some(first), ..self }
    }

    /// No empty first choice.
    pub const fn without_first(self) -> Self {
        Self { has_first: false, ..self }
    }

    pub const fn among(self, choices: fn(Locale) -> Vec<Choice>) -> Self {
        Self { choices: Some(choices), ..self }
    }

    /// What is said when it is left empty: “Skriv dit navn”.
    pub const fn asks(self, asks: Words) -> Self {
        Self { asks: Some(asks), ..self }
    }

    /// Its messages are whole sentences: the summary leaves the label out.
    pub const fn says_itself(self) -> Self {
        Self { says_itself: true, ..self }
    }
}

/// A value that was sent: one text, or several under one name.
#[derive(Debug)]
pub struct SentTexts(Vec<String>);

impl<'de> serde::Deserialize<'de> for SentTexts {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMany;
        impl<'de> serde::de::Visitor<'de> for OneOrMany {
            type Value = SentTexts;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("a text, or several")
            }

            fn visit_str<E>(self, text: &str) -> Result<SentTexts, E> {
                Ok(SentTexts(vec![text.to_owned()]))
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut texts: A) -> Result<SentTexts, A::Error> {
                let mut sent = Vec::new();
                while let Some(text) = texts.next_element()? {
                    sent.push(text);
                }
                Ok(SentTexts(sent))
            }
        }
        deserializer.deserialize_any(OneOrMany)
    }
}

/// A type that a field of a form's struct can have.
pub trait FieldValue {
    /// Takes what was sent; `false` when it is more than one field of our pages sends.
    fn take(&mut self, sent: SentTexts) -> bool;
}

impl FieldValue for String {
    fn take(&mut self, sent: SentTexts) -> bool {
        let mut texts = sent.0.into_iter();
        *self = texts.next().unwrap_or_default();
        texts.next().is_none()
    }
}

impl FieldValue for Vec<String> {
    fn take(&mut self, sent: SentTexts) -> bool {
        *self = sent.0;
        true
    }
}

/// The fields of a form, said once:
///
/// ```ignore
/// samskab_web::form! {
///     /// A channel of the register, as it is typed.
///     pub(super) struct ChannelForm {
///         name: text(channel_name).hint(channel_name_hint).max(100).autocomplete("off"),
///         kind: choice(channel_kind).among(ChannelKind::choices),
///         code: text(channel_code).hint(channel_code_hint).optional().width("m"),
///         active: tick(channel_active).hint(channel_active_hint),
///     }
/// }
/// ```
///
/// The kinds and what may stand after them are the functions of [`Declaration`]. A text is a message of the
/// crate's own `T`, which must be in scope, or a path to a function of the locale.
///
/// A form that stands in another comes first there: `..about: AboutForm,`.
///
/// A field is sent under its own name; where that cannot be a name in Rust: `poster as "for": choice(…),`.
///
/// It becomes the struct with a `String` for every field (`several`: a `Vec<String>`) and the [`Errors`] of
/// the last reading, `Deserialize` as serde's own `#[serde(default)]` would have it, for each field the method
/// that gives the [`Field`] (`form.name()`), and `fields()`, all of them in their order.
///
/// [`Errors`]: crate::form::Errors
/// [`Field`]: crate::form::Field
#[macro_export]
macro_rules! form {
    (
        $(#[$meta:meta])*
        $vis:vis struct $form:ident {
            $(..$part:ident: $parts:ty,)*
            $(
                $(#[$fmeta:meta])*
                $field:ident $(as $name:literal)?: $kind:ident $(($($label:tt)*))? $(.$option:ident($($value:tt)*))*,
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default)]
        $vis struct $form {
            $($vis $part: $parts,)*
            $($(#[$fmeta])* $vis $field: $crate::form!(@type $kind),)*
            /// What was wrong when it was last read.
            $vis errors: $crate::Errors,
        }

        #[allow(dead_code, reason = "not every form asks for every field by itself")]
        impl $form {
            $(
                $(#[$fmeta])*
                $vis fn $field(&self) -> $crate::form::Field<'_> {
                    static DECLARED: $crate::form::Declaration = {
                        let declared = $crate::form!(@start $kind ($field $($name)?) $($($label)*)?);
                        $(let declared = $crate::form!(@with declared $option $($value)*);)*
                        declared
                    };
                    $crate::form::Field::new(&DECLARED, (&self.$field).into(), &self.errors)
                }
            )*

            /// All fields, in the order of the declaration.
            $vis fn fields(&self) -> Vec<$crate::form::Field<'_>> {
                #[allow(unused_mut, reason = "few forms have another in them")]
                let mut fields: Vec<$crate::form::Field<'_>> = vec![$(self.$field()),*];
                $(fields.splice(0..0, self.$part.fields());)*
                fields
            }

            /// The same, with what was wrong.
            $vis fn with_errors(self, errors: $crate::Errors) -> Self {
                Self { $($part: self.$part.with_errors(errors.clone()),)* errors, ..self }
            }

            /// Whether a field of this form is called so.
            $vis fn knows(name: &str) -> bool {
                [$($crate::form!(@name $field $($name)?)),*].contains(&name) $(|| <$parts>::knows(name))*
            }

            $vis fn take(&mut self, name: &str, sent: $crate::form::SentTexts) -> bool {
                $(if name == $crate::form!(@name $field $($name)?) {
                    return $crate::form::FieldValue::take(&mut self.$field, sent);
                })*
                $(if <$parts>::knows(name) {
                    return self.$part.take(name, sent);
                })*
                true
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $form {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut form = Self::default();
                $crate::form::fill(deserializer, |name, sent| form.take(name, sent))?;
                Ok(form)
            }
        }
    };
    (@type several) => { Vec<String> };
    (@type $kind:ident) => { String };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    (@start $kind:ident ($($name:tt)+)) => {
        $crate::form::Declaration::$kind($crate::form!(@name $($name)+))
    };
    (@start $kind:ident ($($name:tt)+) $($label:tt)+) => {
        $crate::form::Declaration::$kind($crate::form!(@name $($name)+), $crate::form!(@words $($label)+))
    };
    (@with $declared:ident hint $($words:tt)+) => { $declared.hint($crate::form!(@words $($words)+)) };
    (@with $declared:ident first $($words:tt)+) => { $declared.first($crate::form!(@words $($words)+)) };
    (@with $declared:ident asks $($words:tt)+) => { $declared.asks($crate::form!(@words $($words)+)) };
    (@with $declared:ident $option:ident $($value:tt)*) => { $declared.$option($($value)*) };
    (@words $message:ident) => { |locale| T(locale).$message() };
    (@words $($function:tt)+) => { $($function)+ };
}

/// Hands every pair that was sent to `take`.
///
/// # Errors
/// A field that is one was sent twice.
pub fn fill<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
    take: impl FnMut(&str, SentTexts) -> bool,
) -> Result<(), D::Error> {
    struct Pairs<F>(F);
    impl<'de, F: FnMut(&str, SentTexts) -> bool> serde::de::Visitor<'de> for Pairs<F> {
        type Value = ();

        fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            formatter.write_str("the fields of a form")
        }

        fn visit_map<A: serde::de::MapAccess<'de>>(mut self, mut pairs: A) -> Result<(), A::Error> {
            while let Some((name, sent)) = pairs.next_entry::<String, SentTexts>()? {
                if !(self.0)(&name, sent) {
                    return Err(serde::de::Error::custom(format!("{name} was sent twice")));
                }
            }
            Ok(())
        }
    }
    deserializer.deserialize_map(Pairs(take))
}
