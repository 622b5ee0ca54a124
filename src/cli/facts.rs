//! `tabayun facts --jsonl`: a report a line in, its claims a line out, in order, streaming.
//!
//! Answers are handed on as soon as no further line is at hand, so that the program can be asked
//! line by line; while lines are at hand they are written in bulk.

use std::io::{self, BufReader, BufWriter, Read, Write};

use serde::Deserialize;
use serde_json::{Value, json};

use super::House;
use super::jsonl::{self, Line};
use super::output::{Ending, complain};
use crate::article::{Article, ArticleId, Known, Language, Origin, Wrong, publication};
use crate::facts;
use crate::locale::Messages;
use crate::report::record;

/// Bytes that are read and written at once.
const BULK: usize = 64 * 1024;

/// One line in. Fields that are not known here are left alone.
#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    id: Value,
    text: String,
    #[serde(default)]
    date: Option<String>,
    #[serde(default)]
    lang: Option<String>,
}

/// What is said of a line on standard error.
enum Said {
    /// It holds no report, and was answered with an error.
    Wrong(String),
    /// It was read, but for its date.
    NoDay(String),
}

/// Answers standard input on standard output.
pub fn answer(house: &House) -> Ending {
    let mut output = BufWriter::with_capacity(BULK, io::stdout().lock());
    let mut complete = true;
    let mut say = |line: usize, said: Said| {
        let (name, detail) = match &said {
            Said::Wrong(detail) => ("cli-bad-line", detail),
            Said::NoDay(date) => ("cli-line-date", date),
        };
        complete &= matches!(said, Said::NoDay(_));
        let args = [("line", line.into()), ("detail", (&**detail).into())];
        complain(&house.messages.with(name, &args));
    };
    let mut input = BufReader::with_capacity(BULK, io::stdin().lock());
    let written = stream(&mut input, &mut output, &house.messages, &mut say);
    Ending::after(written, complete)
}

/// Answers every line of `input`; `say` is told of lines that hold no report (they are answered
/// with an error, so that a caller that counts lines stays in step).
fn stream<R: Read>(
    input: &mut BufReader<R>,
    output: &mut dyn Write,
    messages: &Messages,
    say: &mut dyn FnMut(usize, Said),
) -> io::Result<()> {
    let mut number = 0;
    loop {
        // Where the next line is not at hand, whoever asks may be waiting for the last answer.
        if memchr::memchr(b'\n', input.buffer()).is_none() {
            output.flush()?;
        }
        let Some(line) = jsonl::next(input)? else { break };
        number += 1;
        let answer = match &line {
            Line::Text(line) if line.trim_ascii().is_empty() => continue,
            Line::Text(line) => {
                let line = bare(line, number);
                respond(line, &mut |date| say(number, Said::NoDay(date.to_owned())))
                    .map_err(|error| (id(line), why(line, &error, messages)))
            }
            Line::TooLong => Err((Value::Null, messages.text("line-too-long").into_owned())),
        };
        let answer = answer.unwrap_or_else(|(id, detail)| {
            let answer =
                json!({ "id": id, "line": number, "error": detail, "facts": [], "quotes": [] });
            say(number, Said::Wrong(detail));
            answer.to_string()
        });
        writeln!(output, "{answer}")?;
    }
    output.flush()
}

/// A line without the mark that some editors put before the first one.
fn bare(line: &[u8], number: usize) -> &[u8] {
    let mark = line.strip_prefix(b"\xEF\xBB\xBF").filter(|_| number == 1);
    mark.unwrap_or(line)
}

/// The id of a line that holds no report, where it has one.
fn id(line: &[u8]) -> Value {
    let line = serde_json::from_slice::<Value>(line).unwrap_or_default();
    line.get("id").cloned().unwrap_or_default()
}

/// Why a line holds no report, in a sentence.
fn why(line: &[u8], error: &serde_json::Error, messages: &Messages) -> String {
    let name = match serde_json::from_slice::<Value>(line) {
        Err(_) => {
            let text = String::from_utf8_lossy(line);
            let Wrong::NoJson(from) = Wrong::of(error, &text) else { return String::new() };
            return messages.with("line-no-json", &[("from", from.into())]);
        }
        Ok(Value::Object(object)) => match object.get("text") {
            None => "line-no-text",
            Some(Value::String(_)) => "line-other-kind",
            Some(_) => "line-text-kind",
        },
        Ok(_) => "line-no-object",
    };
    messages.text(name).into_owned()
}

fn respond(line: &[u8], no_day: &mut dyn FnMut(&str)) -> Result<String, serde_json::Error> {
    let request: Request = serde_json::from_slice(line)?;
    let mut article = Article::from_text(ArticleId(0), request.text);
    match request.date.as_deref().map(|date| (date, publication(date))) {
        Some((_, Some((day, time)))) => {
            article.published = Some(Known::new(day, Origin::Metadata));
            article.published_at = time;
        }
        Some((date, None)) if !date.trim().is_empty() => no_day(date),
        _ => {}
    }
    if let Some(language) = request.lang.as_deref().and_then(Language::from_tag) {
        article.language = language;
    }
    Ok(record::line(&request.id, &article, &facts::extract(&article)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{Digits, Interface};
    use std::cell::RefCell;
    use std::rc::Rc;

    fn messages() -> Messages {
        Messages::new(Interface::English, Digits::Latin)
    }

    fn answers(input: &str) -> (Vec<Value>, Vec<usize>) {
        let (mut output, mut wrong) = (Vec::new(), Vec::new());
        let mut tell = |line: usize, _: Said| wrong.push(line);
        let mut input = BufReader::new(input.as_bytes());
        stream(&mut input, &mut output, &messages(), &mut tell).unwrap();
        let lines = String::from_utf8(output).unwrap();
        (lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), wrong)
    }

    #[test]
    fn a_line_for_a_line_in_order() {
        let input = "{\"id\":7,\"text\":\"وصل ثلاثة وزراء.\"}\n\n{\"id\":8,\"text\":3}\nnonsense\n\
                     {\"id\":\"ب\",\"text\":\"\",\"date\":\"2031-04-02\",\"lang\":\"ar\"}";
        let (answers, wrong) = answers(input);
        let ids: Vec<_> = answers.iter().map(|answer| answer["id"].clone()).collect();
        assert_eq!(ids, [json!(7), json!(8), Value::Null, json!("ب")]);
        assert_eq!(wrong, [3, 4]);
        assert!(answers[2]["error"].is_string() && answers[3]["facts"].is_array());
    }

    #[test]
    fn a_mark_before_the_first_line_is_no_part_of_it() {
        let (answers, wrong) = answers("\u{feff}{\"id\":7,\"text\":\"وصل ثلاثة وزراء.\"}\n");
        assert_eq!((answers[0]["id"].clone(), wrong.len()), (json!(7), 0));
    }

    #[test]
    fn errors_are_sentences_with_the_line() {
        let (answers, wrong) = answers(
            "[1]\n{\"text\":3}\n{}\n{\"text\": x}\n{\"text\":\"أ\",\"date\":\"nonsense\"}\n",
        );
        let said = |at: usize| answers[at]["error"].as_str().unwrap();
        for (at, wanted) in
            ["no object", "no string", "no \"text\"", "character 10"].iter().enumerate()
        {
            assert!(said(at).contains(wanted), "{}", said(at));
            assert!(!said(at).contains("struct") && !said(at).contains("line"), "{}", said(at));
            assert_eq!(answers[at]["line"], at + 1);
        }
        assert!(answers[4].get("error").is_none());
        assert_eq!(wrong, [1, 2, 3, 4, 5]);
    }

    /// Gives a line a time, and sees before the next one what was answered so far.
    struct Asking {
        lines: Vec<&'static str>,
        answered: Rc<RefCell<Vec<u8>>>,
        seen: Rc<RefCell<Vec<usize>>>,
    }

    impl Read for Asking {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let lines = memchr::memchr_iter(b'\n', &self.answered.borrow()).count();
            self.seen.borrow_mut().push(lines);
            let Some(line) = self.lines.pop() else { return Ok(0) };
            buffer[..line.len()].copy_from_slice(line.as_bytes());
            Ok(line.len())
        }
    }

    struct Answered(Rc<RefCell<Vec<u8>>>);

    impl Write for Answered {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn who_asks_line_by_line_is_answered_line_by_line() {
        let (answered, seen) = (Rc::default(), Rc::default());
        let lines = vec!["{\"text\":\"أ\"}\n", "{\"text\":\"أ\"}\n{\"text\":\"ب\"}\n"];
        let asking = Asking { lines, answered: Rc::clone(&answered), seen: Rc::clone(&seen) };
        let mut input = BufReader::with_capacity(BULK, asking);
        let mut output = BufWriter::with_capacity(BULK, Answered(answered));
        stream(&mut input, &mut output, &messages(), &mut |_, _| {}).unwrap();
        assert_eq!(*seen.borrow(), [0, 2, 3]);
    }
}
