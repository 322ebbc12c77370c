// SPDX-License-Identifier: BSL-1.0
//
// rust-rrule over the rules of the file that is named: rust_rrule_peer rules.txt

use std::hint::black_box;
use std::time::Duration;

use chrono::{DateTime, TimeZone};
use cpu_time::ProcessTime;
use rrule::{RRuleSet, Tz};

const VERSION: &str = "0.14.0"; // as in Cargo.toml
const REPETITIONS: usize = 5;
const AT_LEAST: Duration = Duration::from_millis(100);

struct Rule {
    id: String,
    text: String,
    sought: bool,
}

fn load_rules(file: &str) -> Vec<Rule> {
    let text = std::fs::read_to_string(file).expect("cannot read the rules");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let words: Vec<&str> = line.split(' ').collect();
            Rule {
                id: words[0].to_string(),
                text: format!("{};UNTIL=20991231T000000Z", words[1]),
                sought: words.get(2) == Some(&"seek"),
            }
        })
        .collect()
}

fn cpu_time(run: &impl Fn() -> Vec<DateTime<Tz>>, passes: u32) -> Duration {
    let begin = ProcessTime::now();
    for _ in 0..passes {
        black_box(run());
    }
    begin.elapsed()
}

/// CPU time of one pass, the fastest of the repetitions.
fn nanoseconds(run: &impl Fn() -> Vec<DateTime<Tz>>) -> f64 {
    let mut passes = 1;
    while cpu_time(run, passes) < AT_LEAST {
        passes *= 2;
    }
    let fastest = (0..REPETITIONS).map(|_| cpu_time(run, passes)).min();
    fastest.unwrap_or_default().as_secs_f64() * 1e9 / f64::from(passes)
}

fn report(what: &str, run: impl Fn() -> Vec<DateTime<Tz>>) {
    let days = run();
    let sum: i64 = days.iter().map(|day| day.timestamp() / 86_400).sum();
    println!(
        r#"{{"engine":"rust-rrule","version":"{VERSION}","rule":"{what}","count":{},"sum":{sum},"ns":{}}}"#,
        days.len(),
        nanoseconds(&run) / days.len() as f64
    );
}

fn measure(rule: &Rule) -> Result<(), rrule::RRuleError> {
    let set: RRuleSet = format!("DTSTART:20000101T000000Z\nRRULE:{}", rule.text).parse()?;
    report(&rule.id, || set.into_iter().collect());
    if rule.sought {
        // There is no seek: what lies before and after is found by walking.
        let asked = Tz::UTC.with_ymd_and_hms(2099, 6, 1, 0, 0, 0).unwrap();
        report(&format!("next {}", rule.id), || {
            set.into_iter().find(|day| *day > asked).into_iter().collect()
        });
        report(&format!("previous {}", rule.id), || {
            set.into_iter().take_while(|day| *day < asked).last().into_iter().collect()
        });
    }
    Ok(())
}

fn main() {
    let file = std::env::args().nth(1).expect("usage: rust_rrule_peer rules.txt");
    for rule in load_rules(&file) {
        if let Err(error) = measure(&rule) {
            eprintln!("rust-rrule: {} is left out: {error}", rule.id);
        }
    }
}
