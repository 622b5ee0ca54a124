//! The grammars of numbers, dates, names and quotations: every span lies in the text, on
//! characters, and inside its sentence.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let article = tabayun_fuzz::article(0, data);
    let reading = tabayun::facts::extract(&article);
    for fact in &reading.facts {
        assert!(article.text.slice(fact.span).is_some_and(|words| !words.is_empty()));
        assert!(article.text.slice(fact.sentence).is_some());
    }
    for quote in &reading.quotes {
        assert!(article.text.slice(quote.span).is_some());
    }
});
