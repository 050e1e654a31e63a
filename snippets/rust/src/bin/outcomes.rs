//! A match answers every outcome, or
//! the program does not compile.

use Trouble::{Closed, Sold};

type Price = Result<u32, Trouble>;

fn say(text: &str) -> String {
    text.into()
}

// #region match
enum Trouble {
    Sold,
    Closed,
}

fn label(price: Price) -> String {
    match price {
        Ok(p) => p.to_string(),
        Err(Sold) => say("sold"),
        Err(Closed) => say("closed"),
    }
}
// #endregion match

fn main() {
    println!("{}", label(Ok(120)));
    println!("{}", label(Err(Sold)));
    println!("{}", label(Err(Closed)));
}
