//! Some of the people only, by what they are: children, soldiers, tourists.

use super::super::words::Gap;
use super::Seeker;

/// Groups of people by their nouns, singular and plural, each under the first.
const GROUPS: &[&[&str]] = &[
    &["طفل", "اطفال"],
    &["رضيع", "رضع"],
    &["امراه", "نساء", "سيدات"],
    &["شرطي", "شرط"],
    &["جندي", "جنود", "عسكري", "عسكر"],
    &["مدني"],
    &["صحفي", "صحافي"],
    &["مسعف"],
    &["طالب", "طلاب", "تلميذ", "تلاميذ"],
    &["عامل", "عمال"],
    &["سايح", "سياح"],
    &["ضابط", "ضباط"],
    &["مسلح", "ارهابي", "ارهاب", "مقاتل", "متشدد", "متمرد"],
    &["مهاجم"],
    &["مسافر"],
    &["اجنبي", "اجانب"],
];

impl Seeker<'_, '_> {
    /// Some of the people only, by what they are: children, soldiers, tourists.
    pub(super) fn group(&self) -> Option<String> {
        if self.is_neutralised() {
            return Some("مسلح".into());
        }
        (self.at.start..=self.at.end).find_map(|i| {
            let word = self.word(i).filter(|word| i == self.at.start || word.gap <= Gap::Mark)?;
            // «عناصر الأمن», «رجال الشرطة»
            let force = ["امن", "شرطه", "درك"];
            if word.is(&["عنصر", "عناصر", "رجل", "رجال", "عون", "اعوان"]) && self.is(i + 1, &force)
            {
                return Some("شرطي".into());
            }
            let mut forms =
                super::super::bases(word.folded).map(super::super::stem).chain([word.folded]);
            forms.find_map(|form| {
                let group = GROUPS.iter().find(|group| group.contains(&form));
                let first = group.and_then(|group| group.first());
                // «45 راكبا مسافرين»: the one says no more than the other.
                let again =
                    |first: &str| first == "مسافر" && i == self.at.end && self.are_passengers();
                first.filter(|first| !again(first)).map(|first| (*first).to_owned())
            })
        })
    }

    /// «تحييد ثلاثة عناصر», «القضاء على خمسة»: who is done away with is one of those who fight.
    fn is_neutralised(&self) -> bool {
        const ENDED: &[&str] = &["قضاء", "قضت", "قضي", "بالقضاء"];
        self.key() == "toll.killed"
            && self.clause_before(4).any(|i| {
                self.is(i, &["تحييد", "حيدت"]) || self.is(i, ENDED) && self.is(i + 1, &["علي"])
            })
    }

    fn are_passengers(&self) -> bool {
        self.at.clone().any(|i| self.is(i, &["راكب", "راكبا", "ركاب"]))
    }
}
