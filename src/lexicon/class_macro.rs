//! Makes the type of the classes of their list, so that a class is one line with its name and gloss.

macro_rules! classes {
    ($($class:ident $name:literal $gloss:literal,)*) => {
        /// A class of words; the headings of the lists use its [`Class::named`] name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Class { $(#[doc = $gloss] $class,)* }

        impl Class {
            /// The class with this name.
            pub fn named(name: &str) -> Option<Class> {
                // A table: written out as a match they would be 6 KB of code.
                const NAMES: &[(&str, Class)] = &[$(($name, Class::$class),)*];
                NAMES.iter().find(|(own, _)| *own == name).map(|(_, class)| *class)
            }
        }
    };
}

pub(super) use classes;
