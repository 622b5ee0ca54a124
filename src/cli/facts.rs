//! `tabayun facts --jsonl`: a report a line in, its claims a line out, in order, streaming.

use std::io::{self, BufRead, BufWriter, Write};

use serde::Deserialize;
use serde_json::{Value, json};

use super::House;
use super::jsonl::{self, Line};
use super::output::{Ending, complain};
use crate::article::{Article, ArticleId, Known, Language, Origin, publication};
use crate::facts;
use crate::report::record;

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

/// Answers standard input on standard output.
pub fn answer(house: &House) -> Ending {
    let mut output = BufWriter::with_capacity(64 * 1024, io::stdout().lock());
    let mut complete = true;
    let mut wrong = |line: usize, detail: &str| {
        complete = false;
        let args = [("line", line.into()), ("detail", detail.into())];
        complain(&house.messages.with("cli-bad-line", &args));
    };
    let written = stream(&mut io::stdin().lock(), &mut output, &mut wrong);
    Ending::after(written, complete)
}

/// Answers every line of `input`; `wrong` is told of lines that hold no report (they are answered
/// with an error, so that a caller that counts lines stays in step).
fn stream(
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    wrong: &mut dyn FnMut(usize, &str),
) -> io::Result<()> {
    let mut number = 0;
    while let Some(line) = jsonl::next(input)? {
        number += 1;
        let answer = match line {
            Line::Text(line) if line.trim_ascii().is_empty() => continue,
            Line::Text(line) => respond(&line).map_err(|detail| (id(&line), detail)),
            Line::TooLong => Err((Value::Null, "longer than 64 MB".to_owned())),
        };
        let answer = answer.unwrap_or_else(|(id, detail)| {
            wrong(number, &detail);
            json!({ "id": id, "error": detail, "facts": [], "quotes": [] }).to_string()
        });
        writeln!(output, "{answer}")?;
    }
    output.flush()
}

/// The id of a line that holds no report, where it has one.
fn id(line: &[u8]) -> Value {
    let line = serde_json::from_slice::<Value>(line).unwrap_or_default();
    line.get("id").cloned().unwrap_or_default()
}

fn respond(line: &[u8]) -> Result<String, String> {
    let request: Request = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    let mut article = Article::from_text(ArticleId(0), request.text);
    if let Some((day, time)) = request.date.as_deref().and_then(publication) {
        article.published = Some(Known::new(day, Origin::Metadata));
        article.published_at = time;
    }
    if let Some(language) = request.lang.as_deref().and_then(Language::from_tag) {
        article.language = language;
    }
    Ok(record::line(&request.id, &article, &facts::extract(&article)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(input: &str) -> (Vec<Value>, Vec<usize>) {
        let (mut output, mut wrong) = (Vec::new(), Vec::new());
        let mut tell = |line: usize, _: &str| wrong.push(line);
        stream(&mut io::Cursor::new(input.to_owned()), &mut output, &mut tell).unwrap();
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
}
