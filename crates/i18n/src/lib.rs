#![doc = include_str!("../README.md")]

#[cfg(feature = "build")]
pub mod build;
#[cfg(feature = "texts")]
mod texts;
#[cfg(feature = "texts")]
mod value;

#[cfg(feature = "texts")]
pub use texts::{Messages, Text, by_key, fixed, text};
#[cfg(feature = "texts")]
pub use value::Value;

/// Lets the texts of a crate say what they do not have themselves in the words of the crate below:
/// `falls_back_on!(T => samskab_taskbank::T);`
#[macro_export]
macro_rules! falls_back_on {
    ($own:ident => $($below:tt)+) => {
        impl ::std::ops::Deref for $own {
            type Target = $($below)+;
            fn deref(&self) -> &Self::Target {
                match self.0 {
                    ::samskab_kernel::Locale::Da => &$($below)+(::samskab_kernel::Locale::Da),
                    ::samskab_kernel::Locale::En => &$($below)+(::samskab_kernel::Locale::En),
                }
            }
        }
    };
}
