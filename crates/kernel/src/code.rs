//! Closed lists of words that are written as short codes: in columns, forms and URLs.

/// A code that is not on the list. Says which list and which word, for the log; the reader
/// of a form gets the field's own message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{code}” is not a {list}")]
pub struct UnknownCode {
    pub list: &'static str,
    pub code: String,
}

/// An enum whose variants are stored and posted as short texts.
///
/// ```
/// samskab_kernel::codes! {
///     /// Where a task is done.
///     pub enum Place { OnSite => "on_site", Remote => "remote" }
/// }
/// assert_eq!(Place::OnSite.code(), "on_site");
/// assert_eq!("remote".parse(), Ok(Place::Remote));
/// assert_eq!(Place::ALL.len(), 2);
/// ```
#[macro_export]
macro_rules! codes {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$vmeta:meta])* $variant:ident => $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// As stored and posted.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
        impl ::std::str::FromStr for $name {
            type Err = $crate::UnknownCode;
            fn from_str(code: &str) -> Result<Self, Self::Err> {
                match code {
                    $($code => Ok(Self::$variant),)+
                    other => Err($crate::UnknownCode { list: stringify!($name), code: other.to_owned() }),
                }
            }
        }
        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.code())
            }
        }
        $crate::stored_as_text!($name, |value: &$name| value.code(), |text: &str| text.parse::<$name>());
    };
}

/// How a type of ours stands in a text column on both databases, and in JSON.
#[macro_export]
macro_rules! stored_as_text {
    ($name:ty, $write:expr, $read:expr) => {
        impl<DB: $crate::sqlx_core::database::Database> $crate::sqlx_core::types::Type<DB> for $name
        where
            String: $crate::sqlx_core::types::Type<DB>,
        {
            fn type_info() -> DB::TypeInfo {
                <String as $crate::sqlx_core::types::Type<DB>>::type_info()
            }
            fn compatible(info: &DB::TypeInfo) -> bool {
                <String as $crate::sqlx_core::types::Type<DB>>::compatible(info)
            }
        }
        impl<'q, DB: $crate::sqlx_core::database::Database> $crate::sqlx_core::encode::Encode<'q, DB>
            for $name
        where
            String: $crate::sqlx_core::encode::Encode<'q, DB>,
        {
            fn encode_by_ref(
                &self,
                buffer: &mut DB::ArgumentBuffer,
            ) -> Result<$crate::sqlx_core::encode::IsNull, $crate::sqlx_core::error::BoxDynError> {
                let text: String = ($write)(self).into();
                $crate::sqlx_core::encode::Encode::<DB>::encode(text, buffer)
            }
        }
        impl<'r, DB: $crate::sqlx_core::database::Database> $crate::sqlx_core::decode::Decode<'r, DB>
            for $name
        where
            &'r str: $crate::sqlx_core::decode::Decode<'r, DB>,
        {
            fn decode(value: DB::ValueRef<'r>) -> Result<Self, $crate::sqlx_core::error::BoxDynError> {
                let text = <&'r str as $crate::sqlx_core::decode::Decode<'r, DB>>::decode(value)?;
                Ok(($read)(text)?)
            }
        }
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let text: String = ($write)(self).into();
                serializer.serialize_str(&text)
            }
        }
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as ::serde::Deserialize>::deserialize(deserializer)?;
                ($read)(text.as_str()).map_err(::serde::de::Error::custom)
            }
        }
    };
}
