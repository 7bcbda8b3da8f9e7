//! Pictures of the room, kept to be looked at: both themes, and three colour-vision deficiencies simulated.

use std::path::Path;
use std::process::Command;

use crate::canvas::EXAMPLE;
use crate::desk::process::output;
use crate::desk::{Desk, Setup};

/// Machado, Oliveira and Fernandes, « A Physiologically-based Model for Simulation of Color Vision Deficiency » (2009),
/// severity 1, on linear colours.
const DEFICIENCIES: [(&str, &str); 3] = [
    (
        "protanopie",
        "0.152286 1.052583 -0.204868 0.114503 0.786281 0.099216 -0.003882 -0.048116 1.051998",
    ),
    (
        "deuteranopie",
        "0.367322 0.860646 -0.227968 0.280085 0.672501 0.047413 -0.011820 0.042940 0.968881",
    ),
    (
        "tritanopie",
        "1.255528 -0.076749 -0.178779 -0.078411 0.930809 0.147602 0.004733 0.691367 0.303900",
    ),
];

fn as_seen_by(picture: &Path, name: &str, matrix: &str) {
    let to = picture
        .with_file_name(format!("{}-{name}.png", picture.file_stem().unwrap().to_string_lossy()));
    let mut convert = Command::new("convert");
    convert.arg(picture).args(["-colorspace", "RGB", "-color-matrix", matrix]);
    convert.args(["-colorspace", "sRGB", "-depth", "8"]).arg(&to);
    output(&mut convert);
    assert!(to.exists());
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool: run tests/run"]
fn the_room_in_both_themes_and_as_people_who_see_colours_otherwise_do() {
    for theme in ["Thème clair", "Thème sombre"] {
        let mut desk = Desk::with(Setup { width: 1280, height: 720, ..Setup::default() });
        let file = desk.copy_of(EXAMPLE);
        desk.open(&[&file]);
        desk.click_on("Affichage", "menu item");
        let line = desk.wait_for_node(theme, |node| node.name.contains(theme)).rect;
        desk.click(line.center());
        desk.key("F5");
        desk.wait_until_gone("Fichier", "menu item");
        let shade = theme.rsplit(' ').next().unwrap();
        // The whole sheet on its two pages, a criterion, two axes, a card, the break, points, fields.
        let mut step = 0;
        for (name, presses) in [
            ("ensemble", 0),
            ("ensemble-2", 1),
            ("critere", 3),
            ("axe", 2),
            ("fiche", 4),
            ("point", 20),
            ("rubrique", 12),
        ] {
            for _ in 0..presses {
                desk.key("Next");
            }
            step += presses;
            let picture = desk.wait_until_drawn();
            assert!(!picture.is_blank(), "{name}, {step}");
            let picture = desk.screenshot(&format!("salle-{shade}-{name}"));
            println!("{}", picture.display());
            if shade == "clair" {
                for (deficiency, matrix) in DEFICIENCIES {
                    as_seen_by(&picture, deficiency, matrix);
                }
            }
        }
    }
}
