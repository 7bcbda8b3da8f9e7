//! The figure of a stepper is typed sign after sign: it is a number, metres with their centimetres, or an hour of the
//! day.

use egui::{Event, Id, Key, Ui};

/// A sign typed so long after another, in seconds, begins a new figure.
const SAME_FIGURE: f64 = 2.0;

/// How what is typed is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A number, as it is.
    Number,
    /// « 10,8 »: metres, in centimetres.
    Metres,
    /// « 14 », « 1430 », « 14h30 »: an hour of the day, in minutes.
    Hour,
}

impl Typed {
    /// The value of a figure, or of the beginning of one.
    fn value(self, text: &str) -> Option<u32> {
        match self {
            Typed::Number => text.parse().ok(),
            Typed::Metres => metres(text),
            Typed::Hour => hour(text),
        }
    }
}

fn metres(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once([',', '.']).unwrap_or((text, ""));
    let part: u32 = match part.len() {
        0 => 0,
        1 => part.parse::<u32>().ok()? * 10,
        2 => part.parse().ok()?,
        _ => return None,
    };
    whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(part)
}

fn hour(text: &str) -> Option<u32> {
    let (hour, minute) = match text.split_once(['h', 'H', ':']) {
        Some(parts) => parts,
        // Two digits of an hour, unless one is all that the day has: « 930 ».
        None => {
            let two = text.get(..2).and_then(|two| two.parse::<u32>().ok());
            text.split_at_checked(if two.is_some_and(|hour| hour < 24) { 2 } else { 1 })?
        }
    };
    let minute = match minute.len() {
        0 => 0,
        // The tens are typed first.
        1 => minute.parse::<u32>().ok()? * 10,
        2 => minute.parse().ok()?,
        _ => return None,
    };
    let hour: u32 = hour.parse().ok()?;
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// What has been typed so far, and when.
#[derive(Clone, Default)]
struct Begun {
    text: String,
    at: f64,
}

/// What the signs of this pass make of the figure under way; those that are a part of it are heard by nothing else.
pub fn hear(ui: &Ui, id: Id, kind: Typed, value: u32, most: u32) -> Option<u32> {
    let key = id.with("typed");
    let now = ui.input(|input| input.time);
    let begun = ui.data(|data| data.get_temp::<Begun>(key));
    let mut text = begun.filter(|it| now - it.at < SAME_FIGURE).map(|it| it.text);
    let mut heard = false;
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let next = match event {
                Event::Text(typed) => {
                    longer(kind, text.as_deref().unwrap_or_default(), typed, most)
                }
                Event::Key { key: Key::Backspace, pressed: true, .. } => Some(match &text {
                    Some(text) => shorter(text),
                    // Of what shows, the last digit of a number; an hour or a measure is typed again.
                    None if kind == Typed::Number => (value / 10).to_string(),
                    None => String::new(),
                }),
                _ => None,
            };
            heard |= next.is_some();
            let stays = next.is_none();
            text = next.or_else(|| text.take());
            stays
        });
    });
    let text = text.filter(|_| heard)?;
    let value = kind.value(&text);
    ui.data_mut(|data| data.insert_temp(key, Begun { text, at: now }));
    value
}

/// The figure with one sign more, or begun again with it; none when it is no sign of a figure.
fn longer(kind: Typed, text: &str, typed: &str, most: u32) -> Option<String> {
    let fits = |text: &String| kind.value(text).is_some_and(|value| value <= most);
    let mut text = text.to_owned();
    for sign in typed.chars() {
        let longer = format!("{text}{sign}");
        let alone = sign.to_string();
        text = [longer, alone].into_iter().find(fits)?;
    }
    Some(text)
}

fn shorter(text: &str) -> String {
    let mut text = text.to_owned();
    text.pop();
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The value after each sign that is heard.
    fn typed(kind: Typed, most: u32, signs: &str) -> Vec<u32> {
        let mut text = String::new();
        let mut values = Vec::new();
        for sign in signs.chars() {
            if let Some(next) = longer(kind, &text, &sign.to_string(), most) {
                text = next;
                values.extend(kind.value(&text));
            }
        }
        values
    }

    #[test]
    fn an_hour_is_typed_as_people_write_it() {
        let typed = |signs| typed(Typed::Hour, 1439, signs);
        assert_eq!(typed("14").last(), Some(&840));
        assert_eq!(typed("1430").last(), Some(&870));
        assert_eq!(typed("14h30").last(), Some(&870));
        assert_eq!(typed("14h05").last(), Some(&845));
        assert_eq!(typed("930").last(), Some(&570));
        assert_eq!(typed("9:30").last(), Some(&570));
        assert_eq!(typed("0").last(), Some(&0));
        assert!(typed("xyz").is_empty(), "no sign of an hour");
        // What the day does not have begins again.
        assert_eq!(typed("14308").last(), Some(&480));
    }

    #[test]
    fn a_measure_is_typed_in_metres() {
        let typed = |signs| typed(Typed::Metres, 4000, signs);
        assert_eq!(typed("10,8"), [100, 1000, 1000, 1080]);
        assert_eq!(typed("1.63").last(), Some(&163));
        assert_eq!(typed("7").last(), Some(&700));
        assert!(typed("m,").is_empty());
    }

    #[test]
    fn a_number_that_would_be_too_large_begins_again() {
        assert_eq!(typed(Typed::Number, 500, "1234"), [1, 12, 123, 4]);
    }
}
