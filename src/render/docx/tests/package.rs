//! What makes a file valid, as far as it can be said without Word.

use std::collections::BTreeSet;

use super::support::*;
use crate::document::sample::{compact, sample};
use crate::render::docx::finish::order::ORDERS;
use crate::render::docx::package::Package;
use crate::xml::{Element, Tree};

#[test]
fn every_part_is_written_as_it_is_read() {
    for document in documents() {
        let bytes = rendered(&document);
        let mut package = Package::open(&bytes).unwrap();
        for name in package
            .names()
            .iter()
            .filter(|name| !name.ends_with(".xlsx"))
        {
            let part = package.bytes(name).unwrap();
            assert!(Tree::parse(&part).unwrap().to_bytes() == part, "{name}");
        }
    }
}

#[test]
fn children_stand_in_the_order_of_the_schema() {
    for document in documents() {
        for (part, tree) in parts(&rendered(&document)) {
            for element in tree.root.descendants() {
                ordered(&part, element);
            }
        }
    }
}

fn ordered(part: &str, element: &Element) {
    let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == element.name) else {
        return;
    };
    let order: Vec<&str> = order.split_whitespace().collect();
    let places: Vec<usize> = element
        .elements()
        .filter_map(|child| child.name.strip_prefix("w:"))
        .map(|name| {
            let place = order.iter().position(|known| *known == name);
            place.unwrap_or_else(|| panic!("`w:{name}` in `{}` of `{part}`", element.name))
        })
        .collect();
    assert!(places.is_sorted(), "`{}` of `{part}`", element.name);
}

#[test]
fn ids_are_unique() {
    let unique = |values: Vec<String>| {
        let set: BTreeSet<&String> = values.iter().collect();
        assert_eq!(set.len(), values.len());
    };
    for document in documents() {
        let parts = parts(&rendered(&document));
        let body = &parts["word/document.xml"].root;
        let starts = all(body, "w:bookmarkStart");
        unique(values(&starts, "w:id"));
        unique(values(&starts, "w:name"));
        let ends: BTreeSet<String> = values(&all(body, "w:bookmarkEnd"), "w:id")
            .into_iter()
            .collect();
        assert_eq!(ends, values(&starts, "w:id").into_iter().collect());
        unique(values(&all(body, "w:p"), "w14:paraId"));
        unique(values(&all(body, "wp:docPr"), "id"));
        let controls = all(body, "w:sdtPr").into_iter();
        unique(
            controls
                .map(|control| values(&all(control, "w:id"), "w:val").concat())
                .collect(),
        );
        let styles = all(&parts["word/styles.xml"].root, "w:style");
        unique(values(&styles, "w:styleId"));
    }
}

#[test]
fn relationships_lead_to_parts_and_parts_have_types() {
    for document in documents() {
        let bytes = rendered(&document);
        let names = Package::open(&bytes).unwrap().names();
        let parts = parts(&bytes);
        for (name, tree) in parts.iter().filter(|(name, _)| name.ends_with(".rels")) {
            let folder = name.split("_rels/").next().unwrap();
            for target in values(&tree.root.elements().collect::<Vec<_>>(), "Target") {
                let path = match target.strip_prefix("../") {
                    Some(path) => {
                        let above = folder.trim_end_matches('/').rsplit_once('/');
                        format!(
                            "{}{path}",
                            above.map_or(String::new(), |(above, _)| format!("{above}/"))
                        )
                    }
                    None => format!("{folder}{target}"),
                };
                assert!(names.contains(&path), "{name}: {target}");
            }
        }
        let relationships = &parts["word/_rels/document.xml.rels"].root;
        let ids = values(&relationships.elements().collect::<Vec<_>>(), "Id");
        for element in parts["word/document.xml"].root.descendants() {
            let id = element.get("r:id");
            assert!(id.is_none_or(|id| ids.contains(&id.into_owned())));
        }
        let types = &parts["[Content_Types].xml"].root;
        for part in values(&all(types, "Override"), "PartName") {
            assert!(names.contains(&part[1..].to_owned()), "{part}");
        }
        assert_eq!(names[0], "[Content_Types].xml");
    }
}

#[test]
fn bytes_do_not_depend_on_what_was_rendered_before() {
    let (first, second) = (rendered(&sample()), rendered(&compact()));
    assert!(first != second);
    assert!(rendered(&compact()) == second);
    assert!(rendered(&sample()) == first);
    let threads =
        [sample(), compact()].map(|document| std::thread::spawn(move || rendered(&document)));
    let [again, other] = threads.map(|thread| thread.join().unwrap());
    assert!(again == first && other == second);
}

#[test]
fn properties_name_the_report() {
    let parts = parts(&rendered(&sample()));
    let core = &parts["docProps/core.xml"].root;
    let text = |name: &str| core.child(name).unwrap().text();
    assert_eq!(text("dc:title"), "甲县党建引领基层治理做法和数据摘编");
    assert_eq!(text("dc:creator"), "县域材料摘编");
    assert_eq!(text("cp:keywords"), "甲县；基层治理");
    assert_eq!(text("dcterms:created"), "2026-07-01T00:00:00Z");
    let custom = &parts["docProps/custom.xml"].root;
    assert_eq!(
        values(&all(custom, "property"), "name"),
        ["brief_id", "brief_rev"]
    );
    let values: Vec<String> = all(custom, "vt:lpwstr")
        .iter()
        .map(|value| value.text())
        .collect();
    assert_eq!(values[0], "jiaxian");
    assert_eq!(values[1].len(), 64);
}

#[test]
fn styles_are_chinese_and_named_as_programs_keep_them() {
    let parts = parts(&rendered(&sample()));
    let root = &parts["word/styles.xml"].root;
    let styles = all(root, "w:style");
    let normal: Vec<_> = styles
        .iter()
        .filter(|style| style.get("w:styleId").as_deref() == Some("Normal"))
        .collect();
    assert_eq!(normal.len(), 1);
    assert_eq!(normal[0].get("w:default").as_deref(), Some("1"));
    assert!(
        values(&all(root, "w:lang"), "w:eastAsia")
            .iter()
            .all(|language| language == "zh-CN")
    );
    assert!(
        values(&all(root, "w:name"), "w:val")
            .iter()
            .all(|name| name.is_ascii())
    );
    let used = all(&parts["word/document.xml"].root, "w:pStyle");
    let ids = values(&styles, "w:styleId");
    for name in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
        let used = all(&parts["word/document.xml"].root, name);
        assert!(values(&used, "w:val").iter().all(|id| ids.contains(id)));
    }
    let paragraphs = all(&parts["word/document.xml"].root, "w:p");
    assert_eq!(used.len(), paragraphs.len());
}

#[test]
fn page_numbers_are_fields_of_five_runs() {
    let parts = parts(&rendered(&sample()));
    for (part, side) in [("word/footer1.xml", "right"), ("word/footer2.xml", "left")] {
        let root = &parts[part].root;
        assert_eq!(values(&all(root, "w:jc"), "w:val"), [side]);
        let runs = all(root, "w:r");
        let kinds = runs
            .iter()
            .map(|run| run.elements().last().unwrap().name.as_str());
        let kinds: Vec<&str> = kinds.collect();
        let field = [
            "w:t",
            "w:fldChar",
            "w:instrText",
            "w:fldChar",
            "w:t",
            "w:fldChar",
            "w:t",
        ];
        assert_eq!(kinds, field);
    }
}
