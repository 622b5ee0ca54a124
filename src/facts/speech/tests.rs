//! Who says what, in sentences of every kind of news; the events are invented.

use crate::facts::testing::article;
use crate::facts::{Kind, Layer, Mode, Quote, extract};

fn quotes(text: &str) -> Vec<(String, Option<String>)> {
    let report = article(text, "2026-05-04");
    let told = |quote: &Quote| {
        let words = report.text.slice(quote.span).unwrap().to_owned();
        (words, quote.speaker.as_ref().map(|voice| voice.name.clone()))
    };
    extract(&report).quotes.iter().filter(|quote| quote.direct).map(told).collect()
}

fn speaker(text: &str) -> String {
    let found = quotes(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.into_iter().next().and_then(|quote| quote.1).unwrap_or_default()
}

#[test]
fn the_subject_after_the_verb_speaks() {
    assert_eq!(
        speaker("وقال مدير المرفأ نادر الحلبي: \"سنعيد فتح الرصيف غدا صباحا\"."),
        "نادر الحلبي"
    );
    assert_eq!(speaker("أعلنت وزارة الصحة أن «اللقاح متوفر في كل المراكز»."), "وزارة الصحة");
    assert_eq!(speaker("وروى شاهد عيان: “سمعنا دويا ثم اهتز البيت”."), "شاهد عيان");
}

#[test]
fn the_subject_before_the_verb_speaks() {
    let text = "المدربة إيلينا كوستا قالت بعد المباراة \"لعبنا بشجاعة حتى النهاية\".";
    assert_eq!(speaker(text), "إيلينا كوستا");
}

#[test]
fn a_participle_speaks_for_the_subject_of_its_sentence() {
    let text = "أشاد الحاكم توماس بيرغ بفرق الإنقاذ قائلا: \"عملوا ليلا ونهارا بلا توقف\".";
    assert_eq!(speaker(text), "توماس بيرغ");
}

#[test]
fn a_verb_without_subject_goes_on_with_the_last_speaker() {
    let text = "قالت القاضية ليلى حداد إن الجلسة مغلقة. وأضافت: \"لن نكشف عن أسماء الشهود\".";
    assert_eq!(speaker(text), "ليلى حداد");
    let text = "قال والي المدينة سامي بركات إن المياه عادت. وتم نشر فرق إضافية في الأحياء.\nوأوضح أن \"الشبكة القديمة ستستبدل خلال عام\".";
    assert_eq!(speaker(text), "سامي بركات");
    let text = "أكد كريم نصار أن الخطة جاهزة وأنه \"يتفق مع (رئيس البلدية سامي) حداد على الموعد\". وقال \"آمل أن نفتح الطريق قريبا\".";
    let last = quotes(text).pop().and_then(|quote| quote.1);
    assert_eq!(last.as_deref(), Some("كريم نصار"));
}

#[test]
fn an_office_alone_is_told_by_the_name_of_its_holder() {
    let text = "قرر بيدرو ألفيس، عمدة المدينة، إغلاق الساحة. وكتب العمدة: \"سلامة الناس تأتي أولا\".";
    assert_eq!(speaker(text), "بيدرو ألفيس");
}

#[test]
fn the_first_and_the_second_are_the_two_named_before() {
    let text = "التقى جان دوبوا وماركو بيليني في جنيف. الأول وصف اللقاء بأنه \"صريح\"، والثاني تحدث عن \"ثقة متبادلة\".";
    let found: Vec<_> = quotes(text).into_iter().map(|quote| quote.1.unwrap()).collect();
    assert_eq!(found, ["جان دوبوا", "ماركو بيليني"]);
}

#[test]
fn a_medium_passes_on_the_words_of_another() {
    let text = "انتقد الخبير يونس العمري القرار. ونقلت عنه صحيفة الأيام قوله: \"الكلفة ستدفعها الأجيال القادمة\".";
    assert_eq!(speaker(text), "يونس العمري");
}

#[test]
fn names_titles_and_scare_quotes_are_no_speech() {
    for text in [
        "وأكد مراسل \"راديو المدينة\" أن الطريق مغلق.",
        "وقالت صحيفة «الأيام» إن العدد ارتفع.",
        "وتؤكد \"الغارديان\" أن الشهود كثيرون.",
        "غرق مركب \"نسمة البحر\" قبالة الساحل.",
        "حصد فيلم \"ليل طويل في المدينة القديمة\" الجائزة الكبرى.",
        "استيقظوا لتناول \"السحور\" قبل الفجر.",
        "ويتسابق العمل على \"النخلة الذهبية\".",
        "وكان \"هوفمان\" قد فاز أمس.",
        "يبدأ اللقاء في التاسعة \"18:00 بتوقيت غرينتش\".",
    ] {
        assert_eq!(quotes(text), [], "{text}");
    }
}

#[test]
fn one_word_is_speech_next_to_a_verb_of_naming() {
    assert_eq!(speaker("ووصف المتحدث أنطون فيدلر القرار بـ\"الكارثي\"."), "أنطون فيدلر");
    assert_eq!(
        speaker("واعتبر النقيب وديع شاهين الاتهامات، واصفا إياها بأنها \"ملفقة\"."),
        "وديع شاهين"
    );
}

#[test]
fn a_slogan_belongs_to_the_crowd() {
    let text = "تجمع المحتجون أمام المصنع. وتعالت الهتافات: «لا للإغلاق».";
    assert_eq!(speaker(text), "المحتجون");
    assert_eq!(speaker("وهتف المشجعون: \"عاد البطل\"."), "المشجعون");
}

#[test]
fn a_name_and_a_colon_open_speech_in_a_headline() {
    assert_eq!(speaker("فيكتور هانسن: \"لن نبيع حصتنا في المصنع\""), "فيكتور هانسن");
}

#[test]
fn speech_with_full_stops_and_inner_marks_is_one_quotation() {
    let text =
        "وأضاف الربان عمر الجندي \"رأينا زورق \"الريح\" يميل. ثم اختفى فجأة\". وعاد إلى المرفأ.";
    let found = quotes(text);
    assert_eq!(found.len(), 1);
    assert!(found.iter().all(|quote| quote.0.ends_with("اختفى فجأة")));
}

#[test]
fn reported_speech_ends_where_the_next_verb_of_saying_begins() {
    let report =
        article("قال الوزير كمال درويش إن الجسر آمن تماما، مضيفا أن الصيانة تنتهي قريبا.", "");
    let reading = extract(&report);
    let clauses: Vec<_> = reading.quotes.iter().filter(|q| !q.direct).collect();
    assert_eq!(clauses.len(), 2);
    let words = |i: usize| clauses.get(i).and_then(|q| report.text.slice(q.span)).unwrap();
    assert_eq!(words(0), "الجسر آمن تماما");
    assert_eq!(words(1), "الصيانة تنتهي قريبا");
    assert!(clauses.iter().all(|q| q.speaker.as_ref().is_some_and(|v| v.name == "كمال درويش")));
}

fn layer_of_first_figure(text: &str) -> Layer {
    let report = article(text, "2026-05-04");
    let figure = |kind| matches!(kind, Kind::Count | Kind::Number | Kind::Percent | Kind::Money);
    extract(&report).facts.into_iter().find(|fact| figure(fact.kind)).unwrap().layer
}

#[test]
fn whoever_tells_a_figure_vouches_for_it() {
    let speaker = layer_of_first_figure("قالت الحكومة إن الحريق أتى على 40 منزلا.");
    assert!(matches!(speaker, Layer::Speaker(voice) if voice.name == "الحكومة"));
    let outlet = layer_of_first_figure("أتى الحريق على 40 منزلا بحسب وكالة رويترز.");
    assert!(matches!(outlet, Layer::Outlet(_)));
    let unnamed = layer_of_first_figure("قالت مصادر إن الحريق أتى على 40 منزلا.");
    assert_eq!(unnamed, Layer::Unnamed);
    assert_eq!(layer_of_first_figure("أتى الحريق على 40 منزلا."), Layer::Report);
}

fn mode_of_first_figure(text: &str) -> Mode {
    let report = article(text, "2026-05-04");
    let figure = |kind| matches!(kind, Kind::Count | Kind::Number | Kind::Percent | Kind::Money);
    extract(&report).facts.into_iter().find(|fact| figure(fact.kind)).unwrap().mode
}

#[test]
fn plans_doubts_denials_and_customs_are_told_from_facts() {
    assert_eq!(mode_of_first_figure("استقبل المتحف 900 زائر."), Mode::Fact);
    assert_eq!(mode_of_first_figure("من المقرر أن يستقبل المتحف 900 زائر."), Mode::Planned);
    assert_eq!(mode_of_first_figure("سيستقبل المتحف 900 زائر."), Mode::Planned);
    assert_eq!(mode_of_first_figure("ربما استقبل المتحف 900 زائر."), Mode::Hedged);
    assert_eq!(mode_of_first_figure("لم يستقبل المتحف 900 زائر."), Mode::Negated);
    assert_eq!(mode_of_first_figure("عادة ما يستقبل المتحف 900 زائر."), Mode::General);
    assert_eq!(mode_of_first_figure("هل استقبل المتحف 900 زائر؟"), Mode::Question);
    assert_eq!(mode_of_first_figure("لم يتبق سوى 3 مقاعد."), Mode::Fact);
    assert_eq!(mode_of_first_figure("أصيب ما لا يقل عن 12 عاملا."), Mode::Fact);
    // How many refused, failed or collapsed is a claim like any other.
    assert_eq!(mode_of_first_figure("انهارت 12 بناية في الحي."), Mode::Fact);
    assert_eq!(mode_of_first_figure("رفض 40 نائبا القانون."), Mode::Fact);
    assert_eq!(mode_of_first_figure("استبعد الوزير مقتل 12 جنديا."), Mode::Negated);
    // A candidate is no likelihood, and a student asks for nothing.
    assert_eq!(mode_of_first_figure("نال المرشح 2400 صوت."), Mode::Fact);
    assert_eq!(mode_of_first_figure("كتب طالب من المدينة 12 رسالة."), Mode::Fact);
}

#[test]
fn hostile_texts_give_no_wrong_span() {
    for text in
        ["قال \"", "\"\"\"\"", "وأضاف: «« »» \" ' “", "قال إن إن إن أن", "أن", ": \"a b c d\""]
    {
        let report = article(text, "");
        for quote in extract(&report).quotes {
            assert!(report.text.slice(quote.span).is_some(), "{text}");
        }
    }
    let long = "قال فلان أن \"الماء كثير جدا هنا ".repeat(2_000);
    let report = article(&long, "");
    assert!(extract(&report).quotes.iter().all(|quote| report.text.slice(quote.span).is_some()));
}

fn speakers(text: &str) -> Vec<String> {
    let report = article(text, "2026-03-18");
    let quotes = crate::facts::extract(&report).quotes;
    quotes.into_iter().filter(|q| q.direct).filter_map(|q| Some(q.speaker?.name)).collect()
}

#[test]
fn a_description_goes_on_to_the_name() {
    for (text, who) in [
        ("وقال أحد الناجين، المهندس سامر عواد، وهو يغادر: «لم نصدق ما حدث أمامنا».", "سامر عواد"),
        ("وقالت الموظفة رانيا خوري للصحفيين: «أجبرونا على الاستلقاء أرضا».", "رانيا خوري"),
        ("قال قائد فرقة الإنقاذ العقيد مروان شقير: «لم ننم منذ ثلاثة أيام».", "مروان شقير"),
    ] {
        assert_eq!(speakers(text), [who], "{text}");
    }
}

#[test]
fn an_addressee_is_no_speaker() {
    let text = "رئيس البلدية نجيب الصالحي قال لإذاعتنا: «لم نتلق أي دعم حتى الآن».";
    assert_eq!(speakers(text), ["نجيب الصالحي"]);
}

#[test]
fn whoever_vouches_after_the_marks_speaks() {
    let text = "«كان الدخان كثيفا ولم نر شيئا»، بحسب العامل رفيق الحسن.";
    assert_eq!(speakers(text), ["رفيق الحسن"]);
}

#[test]
fn a_name_between_commas_needs_no_lexicon() {
    for (text, who) in [
        ("وقال مدير المصنع، تشنغول بورداي، إن \"الآلات توقفت منذ يومين كاملين\".", "تشنغول بورداي"),
        ("وأكدت رئيسة الجمعية، رملة يفرني: \"لن نغادر هذه الأرض أبدا\".", "رملة يفرني"),
    ] {
        assert_eq!(speakers(text), [who], "{text}");
    }
    let text = "وقال مدير المصنع، رافضا الكشف عن السبب، إن \"الآلات توقفت منذ يومين كاملين\".";
    assert_eq!(speakers(text), ["مدير المصنع"]);
}

#[test]
fn words_passed_on_are_of_whom_the_medium_names() {
    let text = "ونقلت الصحيفة على لسان المهندس نادر الحلبي: «الجسر القديم لا يحتمل هذا الثقل».";
    assert_eq!(speaker(text), "نادر الحلبي");
    let text = "وذكر تلفزيون المدينة نقلا عن قائد الشرطة بسام عيد أن «المشتبه به ما زال طليقا».";
    assert_eq!(speaker(text), "بسام عيد");
}

#[test]
fn a_statement_is_of_whoever_issued_it() {
    let text = "وجاء في بيان لوزارة الأشغال: «ستفتح الطريق الساحلية مساء اليوم».";
    assert_eq!(speaker(text), "وزارة الأشغال");
    let text = "أصدرت وزارة الأشغال توضيحا جاء فيه: «ستفتح الطريق الساحلية مساء اليوم».";
    assert_eq!(speaker(text), "وزارة الأشغال");
}

#[test]
fn an_expert_is_named_after_the_field() {
    let text = "ولفت الخبير في شؤون المياه، الدكتور زكريا حسان، إلى أن «السد يفقد نصف مخزونه».";
    assert_eq!(speaker(text), "زكريا حسان");
}

#[test]
fn a_spokesman_of_a_body_is_named_after_it() {
    for (text, who) in [
        (
            "وأوضح المكلف بالإعلام في الحماية المدنية، النقيب رضا بوعلام: «وصلت فرقنا بعد ربع ساعة».",
            "رضا بوعلام",
        ),
        (
            "وقال الناطق الرسمي باسم حركة الإصلاح، منير الشابي، إن \"الحزب هو الفائز الحقيقي في المدن\".",
            "منير الشابي",
        ),
    ] {
        assert_eq!(speakers(text), [who], "{text}");
    }
}

#[test]
fn a_family_name_may_have_a_preposition_s_letters() {
    let text = "وقال الوالي نزار بالحاج: «لا توجد أضرار في المساكن حتى الآن».";
    assert_eq!(speakers(text), ["نزار بالحاج"]);
    let text = "«كنا نائمين حين اهتزت الأرض تحتنا»، تروي أم خالد وهي تجلس أمام خيمتها.";
    assert_eq!(speakers(text), ["أم خالد"]);
}

#[test]
fn any_speaker_is_the_one_who_spoke() {
    let text = "قال رئيس البلدية سنان غالب إن المياه عادت. وأضاف المتحدث: «الشبكة القديمة ستستبدل خلال عام».";
    assert_eq!(speakers(text), ["سنان غالب"]);
}

#[test]
fn what_others_have_said_is_spoken_of() {
    let text = "وقال المدير رشيد قاسم إن السد سليم، معتبرا أن ما نشرته الصحف عن الشقوق \"كلام لا أساس له من الصحة\".";
    assert_eq!(speakers(text), ["رشيد قاسم"]);
    let text = "«لن نترك المتضررين وحدهم في الشتاء»، هكذا علق النائب فؤاد الشامي على القرار.";
    assert_eq!(speakers(text), ["فؤاد الشامي"]);
}

#[test]
fn the_name_behind_a_long_office_speaks() {
    let cases = [
        ("وقال المنقب الأثري جلال الزين: «وجدنا الجرة كاملة تحت العتبة».", "جلال الزين"),
        (
            "وقال مدير المختبر في ولاية كافارا ديلان بورتوفا في تصريح مقتضب: \"العينات وصلت سليمة\".",
            "ديلان بورتوفا",
        ),
        (
            "وأوضح رئيس رابطة سائقي الحافلات والشاحنات سعيد المرزوق لـ\"صوت المرفأ\" أن الإضراب مستمر، وأضاف: \"لن نعود قبل التوقيع\".",
            "سعيد المرزوق",
        ),
        (
            "واعتبر الناطق باسم حركة الوفاء، نديم الصالحي، أن حزبه \"خسر مقعدين بفارق ضئيل جدا\".",
            "نديم الصالحي",
        ),
        (
            "وقال المتحدث باسم الهيئة الوطنية لإدارة السدود، ماركو بيلونكي: «فتحنا بوابتين قبل الفجر».",
            "ماركو بيلونكي",
        ),
        ("وقال أمينها العام، رائد الحمصي: \"سنطعن في القرار أمام القضاء\".", "رائد الحمصي"),
        (
            "وقال حازم البيطار، محافظ الساحل، إن العبارة \"عادت إلى العمل منذ الصباح\".",
            "حازم البيطار",
        ),
        ("وروى عازف الربابة كريم الدالي (52 سنة): «رأيت الدخان يخرج من السقف».", "كريم الدالي"),
        ("وقال رئيس حكومتها، توماس ريندال: \"لن نخفض الدعم هذا العام\".", "توماس ريندال"),
        ("وأكدت الدكتورة سهاد الكيلاني مديرة المركز أن «المصل متوفر في كل الأقسام».", "سهاد الكيلاني"),
        ("وقال العقيد عبد الرقيب بن سالم: «أغلقنا الطريق من الجهتين».", "عبد الرقيب بن سالم"),
    ];
    for (text, who) in cases {
        assert_eq!(speaker(text), who, "{text}");
    }
}

#[test]
fn who_speaks_on_is_told_by_a_word_for_him() {
    let cases = [
        ("أنقذت سلمى الكرمي عشرين طفلا. وتقول الطبيبة: «لم أنم منذ يومين».", "سلمى الكرمي"),
        (
            "قال مدير الميناء سامي البحري إن الرافعة سقطت. وأضاف المسؤول ذاته: «لا إصابات بيننا».",
            "سامي البحري",
        ),
        (
            "كشف نقيب الصيادين كمال الدوسي أن الشباك تلفت. وأشار سيادته إلى أن \"التعويض لم يصل بعد\".",
            "كمال الدوسي",
        ),
        (
            "شكرت الوزيرة هدى النجار القائد التركي جنيد أصلان، قائلة: «أنقذتم أربعين بحارا».",
            "هدى النجار",
        ),
        ("وصف المدرب فريد الهاني الحكم سعيد بوزيد بأنه «أضاع المباراة علينا».", "فريد الهاني"),
        (
            "ورد المحامي كريم الداودي على سؤال القاضية منى الراوي بالقول: «موكلي كان في بيته».",
            "كريم الداودي",
        ),
        (
            "خرج العقيد ظافر الكناني، عضو لجنة التحقيق، ليصرح بأن \"الملف أغلق نهائيا اليوم\".",
            "ظافر الكناني",
        ),
        (
            "وقال قائد الإطفاء سمير الزعبي، في تصريح نقلته وسائل إعلام محلية، إن \"النار بدأت من المطبخ\".",
            "سمير الزعبي",
        ),
    ];
    for (text, who) in cases {
        assert_eq!(speaker(text), who, "{text}");
    }
}

#[test]
fn an_object_or_a_day_does_not_speak() {
    let cases = [
        ("قال الوزير سامي الخطيب للنواب في ختام الجلسة: «لا ضرائب جديدة هذا العام».", "سامي الخطيب"),
        ("ونفى المدير وليد حسون وجود أي خلاف، وقال: «العمل يسير كما خطط له».", "وليد حسون"),
        ("قال مدير الأرصاد وليد حسون مساء الأحد: «العاصفة تبلغ الساحل غدا».", "وليد حسون"),
        (
            "سجل ريكاردو سيلفا هدفين. وقال المدرب ياسر الحربي عقب المباراة: «نفذوا ما طلبناه».",
            "ياسر الحربي",
        ),
        (
            "أكد الدكتور صلاح الفيومي، رئيس الجامعة، فتح القسم. وأشار رئيس الجامعة إلى أن \"الرسوم لن تزيد هذا العام\".",
            "صلاح الفيومي",
        ),
        (
            "وقالت المحكمة الإدارية إن القرار باطل. وأضافت المحكمة: «لا يحق للبلدية هدم السوق». وقد تنظر محكمة النقض فيه.",
            "المحكمة الإدارية",
        ),
        (
            "أعلن المتحدث باسم الشرطة اعتقال سامي الحداد، وقال إن \"التحقيق معه مستمر منذ الفجر\".",
            "المتحدث باسم الشرطة",
        ),
    ];
    for (text, who) in cases {
        assert_eq!(speaker(text), who, "{text}");
    }
}

#[test]
fn a_name_in_quotation_marks_is_no_plan() {
    let ship = "تابع القنصل طاقم السفينة «سيلينا بي» المكون من 19 فردا.";
    assert_eq!(mode_of_first_figure(ship), Mode::Fact);
    let unmarked = ship.replace(['«', '»'], "");
    assert_eq!(mode_of_first_figure(&unmarked), Mode::Planned);
}
