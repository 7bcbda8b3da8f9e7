//! The hour, in the zone that the session says.

use std::process::Command;

use dessiner_un_labo::platform::clock;

const CHILD: &str = "clock::says_the_hour";

#[test]
#[ignore = "run by other tests, in a process of its own"]
fn says_the_hour() {
    let now = clock::now();
    println!("minute {}", i32::from(now.hour()) * 60 + i32::from(now.minute()));
}

/// The minute of the day, in that zone; with a folder of zones that is empty.
fn minute_in(zone: &str) -> i32 {
    let nothing = tempfile::tempdir().unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", CHILD, "--ignored", "--nocapture"]);
    let output = child.env("TZ", zone).env("TZDIR", nothing.path()).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let minute = said.split("minute ").nth(1).and_then(|rest| rest.split_whitespace().next());
    minute.unwrap_or_else(|| panic!("{said}")).parse().unwrap()
}

#[test]
fn a_zone_that_the_session_names_is_followed() {
    let (paris, universal) = (minute_in("Europe/Paris"), minute_in("UTC"));
    let ahead = (paris - universal).rem_euclid(24 * 60);
    // A minute may turn between the two.
    assert!([60, 120].iter().any(|hours| (ahead - hours).abs() <= 1), "{paris} and {universal}");
    let kathmandu = minute_in("Asia/Kathmandu");
    assert!(((kathmandu - universal).rem_euclid(24 * 60) - 345).abs() <= 1);
}
