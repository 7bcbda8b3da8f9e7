//! The pictures of the help and of the README, taken from the real program: kept beside the tests to be looked at, and
//! put in their place when `DESSINER_UN_LABO_IMAGES` names the folder that holds `aide/images/` and `images/`.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::canvas::{BUTTON, EXAMPLE, RAIL, SLIDER};
use crate::desk::process::output;
use crate::desk::{Desk, Setup};

const WIDTH: u32 = 1280;
const HEIGHT: u32 = 720;

/// Takes a picture, and puts it where it is asked for, three quarters as wide.
fn take(desk: &Desk, place: &str) {
    let shot: PathBuf = desk.screenshot(&place.replace('/', "-"));
    println!("{}", shot.display());
    let Some(folder) = std::env::var_os("DESSINER_UN_LABO_IMAGES") else { return };
    let to = Path::new(&folder).join(place).with_extension("png");
    let mut convert = Command::new("convert");
    convert.arg(&shot).args(["-resize", "960x540!", "-colors", "96", "-strip"]).arg(&to);
    output(&mut convert);
    assert!(to.exists(), "{} was not written", to.display());
}

/// Opens what this button names, and leaves the mouse where it points at nothing.
fn open(desk: &Desk, name: &str) {
    desk.click_on(name, BUTTON);
    desk.find("Revenir au canevas", BUTTON);
    rest(desk);
}

fn rest(desk: &Desk) {
    let (x, y) = (i32::try_from(WIDTH).unwrap(), i32::try_from(HEIGHT).unwrap());
    desk.click((x - 2, y - 2));
    desk.wait_until_drawn();
}

fn back(desk: &Desk) {
    desk.click_on("Revenir au canevas", BUTTON);
    desk.wait_until_gone("Revenir au canevas", BUTTON);
}

#[test]
#[ignore = "needs Xorg, openbox, xdotool: run tests/run"]
fn the_pictures_of_leading_can_be_taken_again() {
    let mut desk = Desk::with(Setup { second: Some((1280, 720)), ..Setup::default() });
    let file = desk.copy_of(EXAMPLE);
    desk.open(&[&file]);
    desk.key("F5");
    desk.find("Suivant", BUTTON);
    for _ in 0..6 {
        desk.key("Next");
    }
    desk.click_in_text("Mes notes pour cette étape", "entry");
    desk.type_text("Demander un exemple de projet avant de placer.");
    desk.press("Démarrer", BUTTON);
    desk.press("+ 5 min", BUTTON);
    desk.wait_until_drawn();
    take_part(&desk, "aide/images/animateur", "1366x768+0+0");
    take_part(&desk, "images/deux-ecrans", "2646x768+0+0");
    desk.click_on("Changer le déroulé…", BUTTON);
    desk.find("Quarante minutes", BUTTON);
    desk.click((1364, 766));
    desk.wait_until_drawn();
    take_part(&desk, "aide/images/deroule", "1366x768+0+0");
    desk.key("Escape");
    desk.find("Suivant", BUTTON);
    desk.click_on("Animer", "menu item");
    desk.click_on("Salle…", "menu item");
    desk.press("ligne 7", "radio button");
    desk.wait_until_drawn();
    take_part(&desk, "aide/images/salle", "1280x720+1366+0");
}

/// Takes a part of the screens, and puts it where it is asked for, 960 points wide.
fn take_part(desk: &Desk, place: &str, part: &str) {
    let shot: PathBuf = desk.screenshot(&place.replace('/', "-"));
    println!("{}", shot.display());
    let Some(folder) = std::env::var_os("DESSINER_UN_LABO_IMAGES") else { return };
    let to = Path::new(&folder).join(place).with_extension("png");
    let mut convert = Command::new("convert");
    convert.arg(&shot).args(["-crop", part, "+repage", "-resize", "960x"]);
    convert.args(["-colors", "96", "-strip"]).arg(&to);
    output(&mut convert);
    assert!(to.exists(), "{} was not written", to.display());
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn the_pictures_of_the_help_and_of_the_readme_can_be_taken_again() {
    // The whole canvas shows without scrolling from this size on.
    let (width, height) = (1366, 768);
    let mut desk = Desk::with(Setup { width, height, ..Setup::default() });
    let file = desk.copy_of(EXAMPLE);
    desk.open(&[&file]);
    desk.find(RAIL, SLIDER);
    desk.click((1364, 766));
    desk.wait_until_drawn();
    take(&desk, "aide/images/canevas");
    take(&desk, "images/canevas");
    desk.kill();

    let mut desk = Desk::with(Setup { width: WIDTH, height: HEIGHT, ..Setup::default() });
    let file = desk.copy_of(EXAMPLE);
    desk.open(&[&file]);
    desk.find(RAIL, SLIDER);
    open(&desk, "Pilote : ouvrir en grand");
    take(&desk, "aide/images/axe");
    back(&desk);
    open(&desk, "Sortir du petit cercle d’initiés : ouvrir en grand");
    take(&desk, "aide/images/point");
    back(&desk);
    open(&desk, "Gouvernance : ouvrir en grand");
    take(&desk, "aide/images/rubrique");
    back(&desk);
    open(&desk, "Comparer");
    for _ in 0..3 {
        desk.key("Next");
    }
    rest(&desk);
    take(&desk, "aide/images/comparer");
    take(&desk, "images/comparer");
    desk.key("Escape");
    desk.wait_until_gone("Revenir au canevas", BUTTON);
    desk.key("F2");
    desk.find("Revenir au canevas", BUTTON);
    desk.wait_until_drawn();
    take(&desk, "aide/images/bilan");
    desk.key("Escape");
    desk.wait_until_gone("Revenir au canevas", BUTTON);

    // Projected, for the README: the same axis, without menus.
    open(&desk, "Pilote : ouvrir en grand");
    desk.key("F5");
    desk.wait_until_gone("Revenir au canevas", BUTTON);
    desk.wait_until_drawn();
    take(&desk, "images/axe-projete");
}
