//! Who is started, how, and the display they are shown on.

use std::io::Read as _;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::SIZE;
use super::grid::{Grid, REPORTS};
use super::measures::count_strokes;
use super::picture::Picture;

const FONT: &str = "DejaVu Sans Mono";
const PROGRAM: &str = env!("CARGO_BIN_EXE_tabayun");

/// A terminal, and how it is started with a command.
pub struct Emulator {
    pub name: &'static str,
    /// The encoder that must be chosen, by the program itself.
    pub encoder: &'static str,
    pub optional: bool,
    /// Must come out wrong: it shows that the gates would catch it.
    pub control: bool,
    terminal: Terminal,
    inside: Inside,
}

#[derive(Clone, Copy, PartialEq)]
enum Terminal {
    Xterm,
    Xfce,
    Konsole,
    Pterm,
    Mlterm,
    Kitty,
}

/// What stands between the terminal and the program.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Nothing,
    Tmux,
    TmuxWithPassage,
    Screen,
}

/// The terminals, in the order of the table.
pub fn all(proof: bool) -> Vec<Emulator> {
    use Inside::{Nothing, Screen, Tmux, TmuxWithPassage};
    use Terminal::{Kitty, Konsole, Mlterm, Pterm, Xfce, Xterm};
    let table = [
        ("xterm", "direct", Xterm, Nothing, true),
        ("xfce4-terminal", "explicit", Xfce, Nothing, true),
        ("konsole", "konsole", Konsole, Nothing, false),
        ("pterm", "fenced", Pterm, Nothing, false),
        ("mlterm", "mlterm", Mlterm, Nothing, false),
        ("kitty", "by version", Kitty, Nothing, false),
        ("tmux in xterm", "direct", Xterm, Tmux, false),
        ("tmux in xfce4-terminal", "fenced", Xfce, Tmux, false),
        ("tmux passing in xfce4", "explicit", Xfce, TmuxWithPassage, false),
        ("screen in xfce4-terminal", "explicit", Xfce, Screen, false),
        ("control: logical in xterm", "terminal", Xterm, Nothing, false),
    ];
    let wanted = table.into_iter().filter(|row| proof || row.4);
    let emulator = |(name, encoder, terminal, inside, needed): (_, _, _, _, bool)| Emulator {
        name,
        encoder,
        optional: !needed,
        control: name.starts_with("control"),
        terminal,
        inside,
    };
    wanted.map(emulator).collect()
}

impl Emulator {
    pub fn is_installed(&self) -> bool {
        let inside = match self.inside {
            Inside::Nothing => None,
            Inside::Tmux | Inside::TmuxWithPassage => Some("tmux"),
            Inside::Screen => Some("screen"),
        };
        let there = |name: &str| {
            Command::new("which")
                .arg(name)
                .stdout(Stdio::null())
                .status()
                .is_ok_and(|s| s.success())
        };
        there(self.program()) && inside.is_none_or(there)
    }

    fn program(&self) -> &'static str {
        match self.terminal {
            Terminal::Xterm => "xterm",
            Terminal::Xfce => "xfce4-terminal",
            Terminal::Konsole => "konsole",
            Terminal::Pterm => "pterm",
            Terminal::Mlterm => "mlterm",
            Terminal::Kitty => "kitty",
        }
    }

    /// The program and what stands between it and the terminal, as one shell command.
    fn inner(&self, scratch: &Path) -> String {
        // Everywhere else the program finds the encoder by itself.
        let bidi = if self.control { format!("--bidi {}", self.encoder) } else { String::new() };
        let program = format!("{PROGRAM} --lang ar {bidi} {REPORTS}");
        let socket = scratch.join("tmux");
        let socket = socket.display();
        let settings = scratch.join("tmux.conf");
        let passage = if self.inside == Inside::TmuxWithPassage { "on" } else { "off" };
        match self.inside {
            Inside::Nothing => program,
            Inside::Tmux | Inside::TmuxWithPassage => {
                let text = format!("set -g status off\nset -g allow-passthrough {passage}\n");
                std::fs::write(&settings, text).expect("target is writable");
                format!("tmux -S {socket} -f {} new '{program}'", settings.display())
            }
            Inside::Screen => {
                format!("screen -S {} -U -c /dev/null sh -c '{program}'", screen_name())
            }
        }
    }

    fn command(&self, scratch: &Path) -> Command {
        let inner = self.inner(scratch);
        let (columns, rows) = SIZE;
        let size = format!("{columns}x{rows}");
        let line = match self.terminal {
            Terminal::Xterm => {
                format!("xterm|-fa|{FONT}|-fs|14|-geometry|{size}|-bg|white|-fg|black|-e")
            }
            Terminal::Xfce => format!(
                "dbus-run-session|--|xfce4-terminal|--disable-server|--hide-menubar|--hide-scrollbar\
                 |--font={FONT} 14|--geometry={size}|-x"
            ),
            Terminal::Konsole => format!(
                "konsole|--separate|--hide-menubar|--hide-tabbar|-p|Font={FONT},14,-1,5,50,0,0,0,0,0\
                 |-p|TerminalColumns={columns}|-p|TerminalRows={rows}|-p|ScrollBarPosition=2\
                 |-p|ColorScheme=BlackOnWhite|-e"
            ),
            Terminal::Pterm => format!("pterm|-fn|client:{FONT} 14|-geometry|{size}|+sb|-e"),
            Terminal::Mlterm => format!("mlterm|--sbmod=none|--fontsize|20|-g|{size}|-e"),
            Terminal::Kitty => format!(
                "kitty|-c|NONE|-o|font_family={FONT}|-o|font_size=13|-o|initial_window_width={columns}c\
                 |-o|initial_window_height={rows}c|-o|remember_window_size=no|-o|update_check_interval=0"
            ),
        };
        let mut words = line.split('|');
        let mut command = Command::new(words.next().unwrap_or_default());
        command.args(words).args(["sh", "-c", &inner]);
        command
    }
}

/// The name of our session among others of the same user.
fn screen_name() -> String {
    format!("tabayun-test-{}", std::process::id())
}

/// An X server without a screen; ends when it is dropped.
pub struct Display {
    server: Child,
    name: String,
}

impl Display {
    pub fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("install xvfb to run this test");
        let mut number = String::new();
        let mut output = server.stdout.take().expect("the server tells its number");
        let mut byte = [0];
        while output.read_exact(&mut byte).is_ok() && byte != *b"\n" {
            number.push(char::from(byte[0]));
        }
        Self { server, name: format!(":{number}") }
    }

    /// Starts a terminal, waits for the screen, photographs it into `file`, ends it.
    pub fn photograph(&self, emulator: &Emulator, grid: &Grid, file: &Path) -> Picture {
        let scratch = file.with_extension("home");
        let _ = std::fs::remove_dir_all(&scratch);
        std::fs::create_dir_all(&scratch).expect("target is writable");
        let mut command = emulator.command(&scratch);
        for name in
            ["TMUX", "STY", "VTE_VERSION", "KONSOLE_VERSION", "XTERM_VERSION", "TABAYUN_BIDI"]
        {
            command.env_remove(name);
        }
        command
            .env("DISPLAY", &self.name)
            .env("HOME", &scratch)
            .env("XDG_RUNTIME_DIR", &scratch)
            .env("LC_ALL", "C.UTF-8")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("QT_QPA_PLATFORM", "xcb")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0);
        let mut child = command.spawn().expect("the terminal starts");
        let picture = self.wait_for(grid, file);
        // The servers of tmux and screen are children of nobody.
        let socket = scratch.join("tmux");
        if socket.exists() {
            let _ = Command::new("tmux").arg("-S").arg(&socket).arg("kill-server").status();
        }
        if emulator.inside == Inside::Screen {
            let _ = Command::new("screen").args(["-S", &screen_name(), "-X", "quit"]).status();
        }
        end(&mut child, "-TERM");
        std::thread::sleep(Duration::from_millis(300));
        end(&mut child, "-KILL");
        let _ = child.wait();
        picture
    }

    /// Photographs until all borders are there and have stayed for a second, or fifteen seconds.
    fn wait_for(&self, grid: &Grid, file: &Path) -> Picture {
        let end = Instant::now() + Duration::from_secs(15);
        let mut seen = 0;
        loop {
            std::thread::sleep(Duration::from_secs(1));
            let taken = Command::new("import")
                .args(["-display", &self.name, "-window", "root"])
                .arg(file)
                .status()
                .expect("install imagemagick to run this test");
            let picture = Picture::read(file).filter(|_| taken.success());
            if let Some(picture) = picture {
                seen += usize::from(count_strokes(&picture) == grid.borders().len());
                if seen == 2 || Instant::now() > end {
                    return picture;
                }
            }
            assert!(
                Instant::now() < end + Duration::from_secs(5),
                "no photograph of {}",
                file.display()
            );
        }
    }
}

/// Ends a terminal and everything that it started in its group.
fn end(child: &mut Child, signal: &str) {
    let group = format!("-{}", child.id());
    let _ = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
