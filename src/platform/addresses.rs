//! File managers and browsers give a file by its path, or by its address (« file:///home/ines/mon%20labo.ron »): both
//! are understood here.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use url::Url;

/// The address of something that is not on this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere(pub String);

/// The path of what is given, whichever way it is written.
///
/// # Errors
/// [`Elsewhere`]: nothing is fetched from a network.
pub fn path(given: &OsStr) -> Result<PathBuf, Elsewhere> {
    let plain = || Ok(PathBuf::from(given));
    let Some(text) = given.to_str() else { return plain() };
    let Some((scheme, rest)) = text.split_once(':') else { return plain() };
    // One letter is a disk of Windows.
    let named = scheme.len() > 1
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    let is_file = scheme.eq_ignore_ascii_case("file");
    let is_address = named && (rest.starts_with("//") || is_file && rest.starts_with('/'));
    if !is_address || Path::new(given).exists() {
        return plain();
    }
    let elsewhere = || Elsewhere(text.to_owned());
    if !is_file {
        return Err(elsewhere());
    }
    // No file has a query: the signs are those of its name.
    let whole = text.replace('?', "%3F").replace('#', "%23");
    Url::parse(&whole).ok().and_then(|url| url.to_file_path().ok()).ok_or_else(elsewhere)
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::ffi::OsStrExt;

    use super::*;

    #[test]
    fn an_address_of_this_computer_is_a_path() {
        for (given, wanted) in [
            ("labo.ron", &b"labo.ron"[..]),
            ("file:///home/a/mon%20labo.ron", b"/home/a/mon labo.ron"),
            ("file:///home/a/mon labo.ron", b"/home/a/mon labo.ron"),
            ("FILE://localhost/%C3%A9t%C3%A9.ron", "/été.ron".as_bytes()),
            ("file:/a%3Fb.ron", b"/a?b.ron"),
            ("file:///a#b?c.ron", b"/a#b?c.ron"),
            ("file:///caf%E9.ron", b"/caf\xe9.ron"),
            ("file.ron", b"file.ron"),
            ("12:30 atelier.ron", b"12:30 atelier.ron"),
            ("C:/labo.ron", b"C:/labo.ron"),
        ] {
            assert_eq!(
                path(OsStr::new(given)),
                Ok(PathBuf::from(OsStr::from_bytes(wanted))),
                "{given}"
            );
        }
    }

    #[test]
    fn an_address_of_another_computer_is_refused() {
        for given in ["file://serveur/labo.ron", "https://exemple.fr/labo.ron", "smb://serveur/x"] {
            assert_eq!(path(OsStr::new(given)), Err(Elsewhere(given.to_owned())));
        }
    }
}
