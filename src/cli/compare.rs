//! What several reports say of each other: on the screen, or printed.

use std::io::{self, IsTerminal};

use super::output::{Ending, complain};
use super::{Form, House};
use crate::article::{Input, load};
use crate::compare::compare;
use crate::facts;

/// `tabayun [FILE|FOLDER|-]…`: the reading screen, or the comparison where there is no terminal.
pub fn read(inputs: Vec<Input>, house: &House) -> Ending {
    let inputs =
        if inputs.is_empty() && !io::stdin().is_terminal() { vec![Input::Stdin] } else { inputs };
    house.tell(&house.problems);
    print(Form::Text, &inputs, house)
}

/// `tabayun compare`
pub fn print(form: Form, inputs: &[Input], house: &House) -> Ending {
    let loaded = load(inputs);
    house.tell(&loaded.problems);
    if loaded.articles.is_empty() {
        complain(&house.messages.text("cli-nothing-read"));
        return Ending::Partly;
    }
    let readings: Vec<_> = loaded.articles.iter().map(facts::extract).collect();
    let comparison = compare(&loaded.articles, &readings);
    let _ = (form, comparison);
    super::print::not_yet(house)
}
