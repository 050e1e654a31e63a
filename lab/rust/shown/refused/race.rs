//! Eight threads add to one counter,
//! and nobody takes turns: it must not
//! compile. race_atomic is the same
//! without the mistake.

use std::thread;

fn main() {
    let mut count = 0;
    thread::scope(|all| {
        // #region race
        for _ in 0..8 {
            all.spawn(|| {
                for _ in 0..1_000_000 {
                    count += 1;
                }
            });
        }
        // #endregion race
    });
    println!("{count}");
}
