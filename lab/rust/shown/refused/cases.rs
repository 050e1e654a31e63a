//! The program “cases” after
//! somebody forgot an outcome: it
//! must not compile.

use Outcome::{Closed, Price, Sold};

fn say(text: &str) -> String {
    text.into()
}

enum Outcome {
    Price(u32),
    Sold,
    Closed,
}

fn label(o: Outcome) -> String {
    // #region missing
    match o {
        Price(p) => p.to_string(),
        Sold => say("sold"),
    }
    // #endregion missing
}

fn main() {
    println!("{}", label(Price(120)));
    println!("{}", label(Sold));
    println!("{}", label(Closed));
}
