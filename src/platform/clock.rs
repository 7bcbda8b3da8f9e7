//! This tells the hour on this computer.

use jiff::civil::DateTime;

/// The seconds that the computer has slept since it was started: what the toolkit's clock does not count.
pub fn slept() -> f64 {
    // Never less than nothing: the two clocks are read one after the other.
    (counting_sleep() - not_counting_it()).max(0.0)
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn counting_sleep() -> f64 {
    seconds(rustix::time::ClockId::Boottime)
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn not_counting_it() -> f64 {
    seconds(rustix::time::ClockId::Monotonic)
}

#[cfg(target_vendor = "apple")]
fn counting_sleep() -> f64 {
    seconds(rustix::time::ClockId::Monotonic)
}

/// The toolkit's clock is the standard library's, which does not count it there.
#[cfg(target_vendor = "apple")]
fn not_counting_it() -> f64 {
    use std::sync::LazyLock;
    use std::time::Instant;
    static BEGUN: LazyLock<(Instant, f64)> =
        LazyLock::new(|| (Instant::now(), seconds(rustix::time::ClockId::Monotonic)));
    BEGUN.1 + BEGUN.0.elapsed().as_secs_f64()
}

/// Elsewhere (on Windows), the toolkit's clock counts it already.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn counting_sleep() -> f64 {
    0.0
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn not_counting_it() -> f64 {
    0.0
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn seconds(clock: rustix::time::ClockId) -> f64 {
    let now = rustix::time::clock_gettime(clock);
    now.tv_sec as f64 + now.tv_nsec as f64 / 1e9
}

/// The local date and hour.
pub fn now() -> DateTime {
    jiff::Zoned::now().datetime()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sleep_is_counted_in_seconds_and_grows_only_while_the_computer_sleeps() {
        let before = slept();
        std::thread::sleep(std::time::Duration::from_millis(50));
        assert!((slept() - before).abs() < 0.02, "this computer did not sleep");
    }

    #[test]
    fn the_zones_are_built_in() {
        let paris = jiff::tz::TimeZoneDatabase::bundled().get("Europe/Paris").unwrap();
        let summer =
            jiff::civil::date(2026, 7, 14).at(12, 0, 0, 0).to_zoned(paris.clone()).unwrap();
        let winter = jiff::civil::date(2026, 1, 14).at(12, 0, 0, 0).to_zoned(paris).unwrap();
        let hours = [summer, winter].map(|at| at.offset().seconds() / 3600);
        assert_eq!(hours, [2, 1]);
    }
}
