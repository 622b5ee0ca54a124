//! The clipboard, twice: by OSC 52 through the terminal (works over SSH), and the system's own
//! where there is one. One thread holds the system's, since on X11 the words are gone with it.

use std::sync::mpsc::{Sender, channel};
use std::thread;

use super::panic::WORKER;

/// Where copied words go.
pub struct Clipboard {
    system: Option<Sender<String>>,
}

impl Clipboard {
    pub fn new() -> Self {
        Self { system: None }
    }

    /// The sequence for the terminal; the system's clipboard is served besides.
    pub fn copy(&mut self, words: &str) -> String {
        let system = self.system.get_or_insert_with(serve);
        // When the thread has ended there is no system clipboard, and OSC 52 has to do.
        let _ = system.send(words.to_owned());
        osc52(words)
    }
}

fn serve() -> Sender<String> {
    let (sender, words) = channel::<String>();
    // Without a thread the sender is dropped at its first use, as with no clipboard.
    let _ = thread::Builder::new().name(WORKER.to_owned()).spawn(move || {
        let Ok(mut clipboard) = arboard::Clipboard::new() else { return };
        while let Ok(words) = words.recv() {
            if clipboard.set_text(words).is_err() {
                return;
            }
        }
    });
    sender
}

/// `OSC 52 ; c ; base64 ST` (xterm's control sequences, «Manipulate Selection Data»).
fn osc52(words: &str) -> String {
    format!("\x1b]52;c;{}\x1b\\", base64(words.as_bytes()))
}

/// RFC 4648, section 4, with padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let whole = three.iter().fold(0_u32, |whole, byte| whole << 8 | u32::from(*byte));
        let whole = whole << (8 * (3 - three.len()));
        for place in 0..4 {
            let six = whole >> (18 - 6 * place) & 63;
            let letter = LETTERS.get(six as usize).copied().unwrap_or(b'=');
            out.push(if place > three.len() { '=' } else { char::from(letter) });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_as_rfc_4648_has_it() {
        let pairs =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (plain, coded) in pairs {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
        assert_eq!(osc52("خ"), "\x1b]52;c;2K4=\x1b\\");
    }
}
