//! A match answers every outcome, or
//! the program does not compile:
//! refused/cases.rs is the same
//! without one case.

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
    match o {
        Price(p) => p.to_string(),
        Sold => say("sold"),
        Closed => say("closed"),
    }
}

fn main() {
    println!("{}", label(Price(120)));
    println!("{}", label(Sold));
    println!("{}", label(Closed));
}
