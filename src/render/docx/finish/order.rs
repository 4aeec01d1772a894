//! The order in which the schema wants the children of an element.

use crate::xml::{Element, Node};

/// Parent and its children in order; parents that docx-rs writes in order are not listed.
pub(in crate::render::docx) const ORDERS: &[(&str, &str)] = &[
    (
        "w:pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs \
        suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd \
        snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment \
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    ),
    (
        "w:rPr",
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid \
        vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em \
        lang eastAsianLayout specVanish oMath",
    ),
    (
        "w:tblPr",
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing \
        tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    ),
    (
        "w:trPr",
        "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden",
    ),
    (
        "w:tcPr",
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    ),
    (
        "w:tcBorders",
        "top left bottom right insideH insideV tl2br tr2bl",
    ),
    ("w:tblBorders", "top left bottom right insideH insideV"),
    ("w:tblCellMar", "top left bottom right"),
    ("w:pBdr", "top left bottom right between bar"),
    ("w:numPr", "ilvl numId"),
    (
        "w:sectPr",
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType \
        pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    ),
    (
        "w:lvl",
        "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    ),
    (
        "w:abstractNum",
        "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    ),
    (
        "w:numbering",
        "numPicBullet abstractNum num numIdMacAtCleanup",
    ),
    (
        "w:style",
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked \
        personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    ),
    (
        "w:sdtPr",
        "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding",
    ),
    (
        "w:settings",
        "writeProtection view zoom removePersonalInformation mirrorMargins trackRevisions defaultTabStop \
        evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat docVars themeFontLang clrSchemeMapping \
        decimalSymbol listSeparator",
    ),
];

/// Sorts the children of an element, if the schema gives them an order; unknown ones go to the end.
pub(in crate::render::docx) fn sort(element: &mut Element) {
    let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == element.name) else {
        return;
    };
    let place = |node: &Node| {
        let name = node.as_element()?.name.strip_prefix("w:")?;
        order.split_whitespace().position(|known| known == name)
    };
    // `None` would sort first.
    element
        .children
        .sort_by_cached_key(|node| place(node).unwrap_or(usize::MAX));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_children_are_sorted_and_unknown_ones_kept_last() {
        let text = "<w:pPr><w15:x/><w:rPr/><w:jc/><w:tabs/><w:pStyle/></w:pPr>";
        let mut element = Element::literal(text);
        sort(&mut element);
        let names: Vec<&str> = element
            .elements()
            .map(|child| child.name.as_str())
            .collect();
        assert_eq!(names, ["w:pStyle", "w:tabs", "w:jc", "w:rPr", "w15:x"]);
    }

    #[test]
    fn other_elements_keep_their_order() {
        let mut element = Element::literal("<w:r><w:t/><w:rPr/></w:r>");
        sort(&mut element);
        assert_eq!(element, Element::literal("<w:r><w:t/><w:rPr/></w:r>"));
    }
}
