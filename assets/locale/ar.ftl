# نصوص تباين بالعربية. كل رسالة هنا وفي en.ftl بالمعطيات نفسها (يقارن بينهما اختبار).

## Figures

number-million = { $n } { $n ->
    [few] ملايين
    [many] مليونا
   *[other] مليون
}
number-billion = { $n } { $n ->
    [few] مليارات
    [many] مليارا
   *[other] مليار
}
number-trillion = { $n } { $n ->
    [few] تريليونات
    [many] تريليونا
   *[other] تريليون
}
duration-s = { $n } ث
duration-min = { $n } د
duration-h = { $n } س
# The same in words, where there is room.
duration-seconds = { $n ->
    [one] ثانية
    [two] ثانيتان
    [few] { $n } ثوان
   *[other] { $n } ثانية
}
duration-minutes = { $n ->
    [one] دقيقة
    [two] دقيقتان
    [few] { $n } دقائق
   *[other] { $n } دقيقة
}
duration-hours = { $n ->
    [one] ساعة
    [two] ساعتان
    [few] { $n } ساعات
   *[other] { $n } ساعة
}
# Two of them after «نحو», «أكثر من», «من … إلى».
two-seconds = ثانيتين
two-minutes = دقيقتين
two-hours = ساعتين
two-days = يومين
two-weeks = أسبوعين
two-months = شهرين
two-years = سنتين
two-seasons = موسمين
duration-days = { $n ->
    [one] يوم
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يوما
   *[other] { $n } يوم
}
duration-weeks = { $n ->
    [one] أسبوع
    [two] أسبوعان
    [few] { $n } أسابيع
    [many] { $n } أسبوعا
   *[other] { $n } أسبوع
}
duration-months = { $n ->
    [one] شهر
    [two] شهران
    [few] { $n } أشهر
    [many] { $n } شهرا
   *[other] { $n } شهر
}
duration-seasons = { $n ->
    [one] موسم
    [two] موسمان
    [few] { $n } مواسم
    [many] { $n } موسما
   *[other] { $n } موسم
}
duration-years = { $n ->
    [one] سنة
    [two] سنتان
    [few] { $n } سنوات
   *[other] { $n } سنة
}
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد
currency-usd = دولار
currency-eur = يورو
currency-gbp = جنيه إسترليني
currency-egp = جنيه مصري
currency-sar = ريال سعودي
currency-aed = درهم إماراتي
currency-tnd = دينار تونسي
currency-rub = روبل
currency-jpy = ين
currency-cny = يوان
currency-ils = شيكل
currency-try = ليرة تركية
currency-iqd = دينار عراقي
currency-jod = دينار أردني
currency-kwd = دينار كويتي
currency-qar = ريال قطري
currency-dzd = دينار جزائري
currency-mad = درهم مغربي
currency-lyd = دينار ليبي
currency-sdg = جنيه سوداني
currency-syp = ليرة سورية
currency-lbp = ليرة لبنانية
currency-yer = ريال يمني
currency-omr = ريال عماني
currency-bhd = دينار بحريني
currency-irr = ريال إيراني

## What could not be read

problem-not-found = لا وجود لـ«{ $name }». تحقق من الاسم، وإن كانت فيه مسافات فضعه بين علامتي اقتباس.
problem-not-allowed = لا يُسمح بقراءة «{ $name }». امنح نفسك حق القراءة (chmod u+r) ثم اضغط r.
problem-unreadable = تعذرت قراءة «{ $name }» ({ $detail }). افحص القرص أو انسخ الملف إلى مكان آخر.
problem-not-a-file = ليس «{ $name }» ملفا ولا مجلدا، فلم يُفتح. مرر نصه عبر الأنبوب: command | tabayun -
problem-too-large = حجم «{ $name }» أكبر من { $limit } ميغابايت فتُرك جانبا. قسّمه أو افتح الجزء الذي فيه الخبر.
problem-shrunk = قصُر «{ $name }» أثناء قراءته، والمعروض ما بقي منه. اضغط r لقراءته من جديد.
problem-binary = ليس «{ $name }» نصا (أهو صورة أم PDF أم برنامج؟). احفظ الخبر نصا أو صفحة ويب.
problem-empty = لا نص في «{ $name }». احفظ الخبر من جديد أو استغن عن الملف.
problem-folder-empty = لا أخبار في المجلد «{ $name }». ضع فيه ملفات ‎.txt أو ‎.md أو ‎.html أو ‎.jsonl.
problem-too-deep = تم تجاوز «{ $name }» وما تحته لكثرة المجلدات المتداخلة. افتحه باسمه.
problem-dossier-json = تم تجاوز «{ $name }» لأنه ليس JSON المتوقع (السطر { $line }: { $detail }). صحح السطر؛ والأخبار معروضة من دونه.
warning-dossier-date = «{ $name }»: القيمة «{ $value }» للحقل "date" عند «{ $file }» ليست يوما، فلم يؤخذ بها. اكتبها هكذا: 2031-03-04.
warning-dossier-field = «{ $name }»: الحقل «{ $field }» (عند «{ $file }»: «{ $value }») غير معروف. إن قصدت "{ $meant }" فسمّه كذلك.
problem-dossier-outside = يذكر «{ $name }» ملفا خارج مجلده هو «{ $file }»، فلم يُفتح. ضع الخبر داخل المجلد.
problem-html = لم يُعثر على خبر في الصفحة «{ $name }». احفظ نص الخبر وافتحه.
problem-line-json = السطر { $line } من «{ $name }» ليس خبرا: ليس JSON من الحرف { $from } فصاعدا. صحح السطر؛ وبقية الأسطر معروضة.
problem-line-object = السطر { $line } من «{ $name }» ليس خبرا: ليس كائنا. المطلوب كائن فيه "text"؛ وبقية الأسطر معروضة.
problem-line-text = السطر { $line } من «{ $name }» ليس خبرا: ليس في كائنه "text" فيه كلام. أضفه؛ وبقية الأسطر معروضة.
warning-line-date = السطر { $line } من «{ $name }»: القيمة «{ $value }» للحقل "date" ليست يوما، والخبر معروض بلا تاريخ. اكتبها هكذا: 2031-03-04.

## Settings

problem-state-damaged = تعذرت قراءة ملف مواضعك الأخيرة فضاعت. أُبقي باسم «{ $name }»، وبدئ ملف جديد.
problem-setting-unknown = { $where }: لا إعداد باسم «{ $name }». الإعدادات هي: { $all }.
problem-setting-value = { $where }: لا يصح «{ $value }» في «{ $name }». يصح: { $all }.
problem-config-syntax = { $where }: ليس هذا TOML سليما ({ $detail }). صحح السطر؛ والبقية نافذة.
problem-config-keys = { $where }: يحتاج «{ $name }» إلى مفتاح أو قائمة مفاتيح بين علامتي اقتباس، مثل quit = "q".
problem-config-unreadable = تعذرت قراءة الإعدادات «{ $name }» ({ $detail })، فالمعمول به الأصل. راجع أذون الملف.
problem-lexicon-wrong = { $where }: { $detail }. لم يؤخذ شيء من هذا الملف، وسائر الملفات نافذة؛ صحح السطر.
problem-lexicon-full = في ملفات «{ $name }» من الكلمات أكثر مما يتسع له المعجم، ولم يؤخذ منها شيء. أبق ما تحتاج إليه منها.
problem-lexicon-unreadable = تعذرت قراءة «{ $name }» ({ $detail })، ولم يؤخذ منه شيء. راجع أذون الملف.

## A comparison on paper

report-title = { $n ->
    [zero] لا تقارير
    [one] ما يقوله تقرير واحد
    [two] ما يقوله تقريران
    [few] ما تقوله { $n } تقارير
   *[other] ما يقوله { $n } تقريرا
}
report-counts = مختلف فيه: { $disputed }، انفرد به: { $alone }
report-events = هذه التقارير عن أحداث عدة ({ $n })، والمقارنة داخل كل حدث.
report-copies = هذه نصها واحد فهي مصدر واحد: { $reports }.
report-some = { $n ->
    [one] التقرير { $list }
    [two] التقريران { $list }
   *[other] التقارير { $list }
 }
report-one-alone = تقرير واحد، فلا يقابله غيره.
report-all-apart = كل تقرير منها عن حدث آخر، فلا يقابل بعضها بعضا.
report-own = ما يقوله:
report-nothing-understood = المقروء ليس بالعربية أو لا أرقام فيه ولا تواريخ ولا أسماء ولا اقتباسات، فلا شيء فيه يُقارَن.
report-corrected = بتصحيحاتك كما هي في الدفتر:
report-no-disagreement = لم يُعثر على اختلاف بين هذه التقارير.
report-matrix = الموضوعات والتقارير
report-topic = الموضوع
report-disagreements = مواضع الاختلاف
report-softer = ما اختلف لفظه ولا تعارض فيه
report-agreements = مواضع الاتفاق
report-left-out = ما أغفله تقرير واحد
report-alone = ما انفرد به تقرير واحد
report-quotes = الاقتباسات
report-evidence = الجمل
report-unnamed = قائل غير مسمى
report-original = الأصل
report-silent = لم يُذكر
report-agreed = اتفاق
report-contradiction = تناقض
report-update = تحديث مع الوقت
report-precision = اختلاف في الدقة
report-spelling = اختلاف في الكتابة
report-compatible = لا تعارض
report-sources = { $n ->
    [zero] بلا مصدر
    [one] مصدر واحد
    [two] مصدران
    [few] { $n } مصادر
   *[other] { $n } مصدرا
}
report-made = صُنع بتباين. القيم كما فهمها البرنامج، والجمل كما وردت في التقارير.

## The notebook

quotes-no-dossier = بلا ملف
quotes-note = ملاحظة:
quotes-tags = الوسوم:
quotes-more = { $n ->
    [zero] ولا غيره
    [one] وتقرير آخر يقول القول نفسه
    [two] وتقريران آخران يقولان القول نفسه
    [few] و{ $n } تقارير أخرى تقول القول نفسه
   *[other] و{ $n } تقريرا آخر تقول القول نفسه
}
quotes-accessed = قُرئ في { $day }
quotes-set = تصحيح { $field }: من «{ $was }» إلى «{ $now }»
quotes-set-new = تصحيح { $field }: «{ $now }»
quotes-set-aside = مستبعد لأنه ليس تعارضا: { $topic }
quotes-missed = تعارض لم يُكشف
field-outlet = الناشر
field-date = التاريخ
field-value = القيمة
field-topic = الموضوع
problem-notebook-read-only = لم يُحفظ شيء: لا تُسمح الكتابة في «{ $name }». امنح نفسك حق الكتابة هناك، أو اجعل TABAYUN_DATA مجلدا آخر.
problem-notebook-full = لم يُحفظ شيء: القرص الذي فيه «{ $name }» ممتلئ. أفسح فيه مكانا ثم أعد المحاولة.
problem-notebook-locked = لم يُحفظ شيء: برنامج آخر يقفل «{ $name }» منذ ثوان. أغلقه أو انتظر ثم أعد المحاولة.
problem-notebook-write = لم يُحفظ شيء: تعذرت كتابة «{ $name }» ({ $detail }). افحص القرص ثم أعد المحاولة.
problem-notebook-read = تعذرت قراءة الدفتر «{ $name }» ({ $detail }). راجع الملف وأذونه؛ ولم يُغيَّر فيه شيء.
problem-notebook-words = لم يُحفظ شيء: تعذرت صياغة العلامة بصيغة JSON. نرجو إبلاغنا.
problem-notebook-line-cut = السطر { $line } من «{ $name }» مبتور فتُرك. هو باق في الملف، والأسطر الأخرى مقروءة.
problem-notebook-line-json = السطر { $line } من «{ $name }» ليس JSON فتُرك. هو باق في الملف، والأسطر الأخرى مقروءة.
problem-notebook-line-other = السطر { $line } من «{ $name }» ليس من علامات تباين فتُرك. هو باق في الملف؛ استورده إن كان برنامج آخر كتبه.
problem-notebook-line-future = السطر { $line } من «{ $name }» كتبه إصدار أحدث من تباين فتُرك. هو باق في الملف؛ حدّث تباين لتراه.
problem-import-json = لم يُستورد شيء: ليس «{ $name }» بصيغة JSON (السطر { $line }). اختر ملفا مصدَّرا بصيغة JSON أو JSON-LD.
problem-import-nothing = لم يُستورد شيء: لا تعليقات في «{ $name }». اختر ملفا صدّره تباين أو hypothes.is.
quotes-imported = { $added ->
    [zero] لا علامات جديدة
    [one] علامة جديدة
    [two] علامتان جديدتان
    [few] { $added } علامات جديدة
   *[other] { $added } علامة جديدة
}، وحُدّث { $updated }، وكان { $unchanged } موجودا، وتعذرت قراءة { $refused }

## The command line

cli-about = يضع عدة تقارير عربية عن حدث واحد جنبا إلى جنب ويبين أين تختلف
cli-files = التقارير: ملفات أو مجلدات (مع dossier.json أو من دونه) أو - للدخل القياسي. ومن دونها: الملف النموذجي المدمج
cli-compared = التقارير: ملفات أو مجلدات (مع dossier.json أو من دونه) أو - للدخل القياسي
cli-filter = ما فيه هذه الكلمات وحده؛ ومصدر:… وقائل:… وتقرير:… و#وسم كما في الدفتر
cli-import = تصدير من تباين أو hypothes.is يضاف إلى دفتر الاقتباسات
cli-one-file = تقرير
cli-compare = يطبع ما تتفق عليه التقارير وما تختلف فيه
cli-facts = يقرأ التقارير أسطر JSON ويطبع ما يقوله كل منها، سطرا مقابل سطر
cli-jsonl = سطر داخل {"{"}"id", "text"[, "date", "lang"]{"}"} وسطر خارج {"{"}"id", "facts", "quotes"{"}"}
cli-text = يطبع نص التقرير الذي تُحسب فيه المواضع بالبايت
cli-quotes = يطبع دفتر الاقتباسات
cli-doctor = يبين ما تفعله هذه الطرفية بالعربية وما سيفعله تباين حيالها
cli-json = بصيغة JSON، لتقرير عن علة
cli-completions = يطبع إكمال الأوامر لصدفة
cli-shell = الصدفة
cli-man = يطبع صفحة الدليل
cli-without-corrections = بلا التصحيحات التي وضعتها عند القراءة
cli-format = صيغة المطبوع
cli-list-keys = يسرد الأوامر ومفاتيحها ثم يخرج
cli-print-config = يطبع الإعدادات وقيمها الأصلية ثم يخرج
cli-print-lexicon = يطبع مثالا مشروحا لملف من كلماتك ويخرج
cli-print-topics = يطبع مثالا مشروحا لملف من موضوعاتك ويخرج
cli-paths = يطبع أماكن الإعدادات ودفتر الاقتباسات ثم يخرج
cli-lang = لغة الواجهة
cli-bidi = ما يقال للطرفية عن العربية
cli-shaping = كيف توصل الحروف
cli-marks = هل يظهر التشكيل
cli-digits = أرقام ما يصوغه تباين
cli-theme = الألوان
cli-heading-usage = الصيغة:
cli-heading-commands = الأوامر
cli-heading-arguments = المُدخلات
cli-heading-options = الخيارات
usage-unknown = لا مكان لـ«{ $word }» هنا. اكتب tabayun --help لترى ما يُقبل.
usage-value = «{ $value }» ليست من قيم { $word }. القيم الممكنة: { $values }، والتفصيل في tabayun --help.
usage-no-value = تنقص { $word } قيمتها. القيم الممكنة: { $values }، والتفصيل في tabayun --help.
usage-missing = ينقص الأمرَ { $word }.
usage-conflict = { $word } و{ $other } لا يجتمعان في أمر واحد.
usage-other = لم يُفهم الأمر ({ $word }). اكتب tabayun --help لترى ما يُقبل.
usage-form = الصيغة: { $form }
cli-help = يطبع هذه المساعدة
cli-version = يطبع الإصدار
cli-needs-jsonl = اكتب tabayun facts --jsonl فليس للأمر صيغة سواها.
cli-dumb = هذه الطرفية لا تستطيع تحريك المؤشر (قيمة TERM هي dumb أو فارغة)، ولذلك طُبعت المقارنة. اضبط TERM على اسم طرفيتك، مثل xterm-256color، لتُفتح شاشة القراءة.
cli-nothing-read = لم يُقرأ شيء. سمّ ملفا أو مجلدا فيه تقارير، أو شغّل tabayun بلا اسم لترى النموذج.
cli-nothing-kept = لا شيء محفوظ بعد.
cli-nothing-answers = ليس في المحفوظ ما فيه هذه الكلمات.
cli-no-notebook = لا يحدد النظام مكانا لدفتر الاقتباسات. اجعل TABAYUN_DATA اسم مجلد.
cli-bad-line = أجيب عن السطر { $line } بخطأ. { $detail }
cli-line-date = تمت قراءة السطر { $line } بلا تاريخه: ليس «{ $detail }» يوما. اكتبه هكذا: 2031-03-04.
line-no-json = ليس JSON من الحرف { $from } فصاعدا.
line-no-object = ليس كائنا: المطلوب { "{" }"id": …, "text": "…"{ "}" }.
line-no-text = ليس في الكائن "text".
line-text-kind = ليست قيمة "text" نصا بين علامتي اقتباس.
line-other-kind = ليست قيمة "date" أو "lang" نصا بين علامتي اقتباس.
line-too-long = السطر أطول من 64 ميغابايت، ولم تتم قراءته.
cli-unwritten = تعذرت كتابة المخرجات ({ $detail }). افحص القرص أو البرنامج الذي يتلقاها.
cli-path-none = لا شيء: لا يحدد النظام مجلدا للمستخدم

## الشاشة

pane-list = التقارير ({ $count })
pane-list-loading = التقارير: { $count } من { $all }
pane-report = التقرير { $n }
pane-outline = التقرير
list-loading = تجري قراءة التقارير…
list-empty = ليس هناك تقرير مفتوح.
list-event = الحدث { $at } · { $n ->
    [one] تقرير واحد
    [two] تقريران
    [few] { $n } تقارير
    [many] { $n } تقريرا
   *[other] { $n } تقرير
}
list-alone = كل منها وحده في حدثه · { $n }
list-by-event = القائمة مرتبة بحسب الحدث.
list-by-date = القائمة مرتبة بحسب التاريخ، والأحدث أولا.
list-by-disputes = القائمة مرتبة بحسب الخلافات، والأكثر خلافا أولا.
list-by-folder = القائمة مرتبة كما هي التقارير في المجلد.
source-unknown = مصدر غير معروف
date-unknown = بلا تاريخ
unknown = غير معروف
about-outlet = المصدر: { $outlet }
about-date = التاريخ: { $date }
about-guessed = تمت قراءته بترميز { $encoding } (تخمينا)
about-damaged = تمت قراءته بترميز { $encoding } وفيه بايتات بلا معنى
known-from-dossier = سماه dossier.json
known-from-metadata = سمته الصفحة
known-from-text = ورد في النص
known-from-reader = حددته أنت
chrome-lines = { $count ->
    [one] … سطر من القوائم
    [two] … سطران من القوائم
    [few] … { $count } أسطر من القوائم
   *[other] … { $count } سطرا من القوائم
}
chrome-folded = القوائم وأزرار المشاركة مطوية.
chrome-shown = القوائم وأزرار المشاركة ظاهرة.
tashkeel-shown = التشكيل ظاهر.
tashkeel-hidden = التشكيل مخفي.
strip-place = { $at } من { $all }
strip-silent = غير مذكور في: { $sources }
strip-silent-count = { $count ->
    [zero] لا تقرير
    [one] تقرير واحد
    [two] تقريرين
    [few] { $count } تقارير
    [many] { $count } تقريرا
   *[other] { $count } تقرير
}
group-compare = المقارنة
comparing = ما زالت المقارنة جارية.
nothing-understood = المفتوح ليس بالعربية أو لا أرقام فيه ولا تواريخ ولا أسماء ولا اقتباسات، فلا شيء فيه يُقارَن.
one-report-alone = تقرير واحد، فلا يقابله غيره. معلوماته في اللوح الجانبي (f).
no-conflicts = لا تتناقض التقارير في شيء مما فهمه البرنامج منها.
no-claim-here = لا معلومة تحت المؤشر.
only-here = لا يذكر هذه المعلومة أي تقرير آخر.
source-place = { $here }: المصدر { $at } من { $of } لهذا
source-place-past = { $here }: المصدر { $at } من { $of } لهذا؛ غير مذكور في { $sources }
group-keep = الحفظ
kept-the-quotation = تم حفظ الاقتباس مع قائله ومصدره.
kept-the-sentence = تم حفظ الجملة.
kept-the-selection = تم حفظ المقطع المحدد.
kept-the-disagreement = تم حفظ الخلاف بطرفيه وحكمه.
kept-already = محفوظ من قبل: a لملاحظة، وt لوسوم، وM يعرضه.
kept-the-changed = تم حفظ التعديل.
kept-the-tags = تم حفظ الوسوم.
kept-the-note = تم حفظ الملاحظة.
kept-both = غيرت نسخة أخرى من البرنامج هذه الملاحظة أثناء الكتابة: تم حفظ الاثنتين.
kept-the-colour = تم حفظ اللون.
kept = تم الحفظ.
put-aside = تم استبعاد الخلاف، وu يعيده.
undone = تم التراجع.
redone = تمت الإعادة.
deleted = { $count ->
    [zero] لا شيء محذوف.
    [one] تم الحذف. u يعيده.
    [two] تم حذف اثنين. u يعيدهما.
    [few] تم حذف { $count }. u يعيدها.
   *[other] تم حذف { $count }. u يعيدها.
}
nothing-to-keep = لا شيء يُحفظ هنا.
nothing-kept-here = لا محفوظ هنا.
nothing-to-undo = لا شيء يُتراجع عنه.
nothing-to-redo = لا شيء يُعاد.
changed-elsewhere = غيّرته نافذة أخرى في الأثناء، وبقي كما هو.
no-conflict-here = لا خلاف معروض.
report-not-open = التقرير غير مفتوح هنا؛ كلماته محفوظة في الأسفل.
notebook-title = الدفتر ({ $count })
notebook-preparing = الدفتر ({ $count }): تجري تهيئته للبحث والترتيب…
notebook-filtered = الدفتر: { $count } فيها «{ $words }»
notebook-empty = لم يُحفظ شيء بعد. b يحفظ الجملة أو الاقتباس تحت المؤشر.
notebook-nothing = لا محفوظ فيه هذه الكلمات.
notebook-copied = { $count ->
    [zero] لا شيء منسوخ.
    [one] تم نسخ واحد.
    [two] تم نسخ اثنين.
   *[other] تم نسخ { $count }.
}
sort-kept = الأحدث أولا.
sort-published = بحسب تاريخ التقرير.
sort-report = بحسب التقرير.
sort-outlet = بحسب المصدر.
sort-speaker = بحسب المتحدث.
kept-quotation = اقتباس
kept-sentence = جملة
kept-selection = مقطع
kept-report = تقرير
kept-disagreement = خلاف
kept-correction = تصحيح
ask-notebook = ابحث:
ask-note = ملاحظة:
ask-tags = وسوم:
as-it-was = هذا ما هو عليه، ولا شيء تغير.
put-right-new = تم تصحيحه وحفظه. ليس لمعلومة أخرى الموضوع «{ $topic }» بعد؛ و↑ و↓ في الحقل يمران بالمواضيع المعروفة.
put-right = تم تصحيحه وحفظه، وتجري مقارنة التقارير من جديد.
put-right-unlike = تم تصحيحه وحفظه. لكن كل ما تقوله التقارير عن «{ $topic }» من نوع آخر، فلن يقارن هذا بشيء منه؛ u يعيده كما كان.
missed-first = الأول من اثنين: «{ $words }». اذهب إلى الآخر واضغط ! عنده.
missed-known = الاثنان معروضان متناقضين من قبل، ولا شيء تغير.
missed-not = تم الإلغاء، ولا شيء تغير.
no-value = تعذر فهم القيمة «{ $words }». اكتبها كما يكتبها تقرير: «ساعتان ونصف» أو «45 عاملا».
no-date = «{ $words }» ليس يوما، ولم يتغير شيء. اكتب اليوم وحده هكذا 2031-03-04 أو بالكلمات مع سنته.
no-editor = لا محرر معروف. اجعل EDITOR اسم محررك، أو اضغط a لتكتب الملاحظة في سطر.
editor-failed = لم تأت ملاحظة من «{ $name }» ({ $detail })، والملاحظة كما كانت.
note-as-it-was = الملاحظة كما كانت.
kept-otherwise = من المحفوظ هنا ما تغير: { $changed }، وما زال من التقرير: { $gone }؛ وM يعرضه.
kept-changed = تغيرت كلماته منذ حفظه:
kept-respelt = الكلمات نفسها برسم آخر:
kept-gone = زالت كلماته من التقرير، وهي محفوظة هنا.
kept-elsewhere = التقرير غير مفتوح، وكلماته محفوظة هنا.
colour-yellow = أصفر
colour-green = أخضر
colour-blue = أزرق
colour-red = أحمر
colour-violet = بنفسجي
ask-outlet = المصدر:
ask-date = التاريخ:
ask-value = القيمة:
ask-topic = الموضوع:
ask-title = ما موضوع الاختلاف؟
ask-export = اكتب في الملف:
cli-corrections-unread = تعذرت قراءة الدفتر: المطبوع بلا تصحيحاتك.
exported = تمت الكتابة في { $name }.
export-no-folder = لم تتم كتابة { $name }: لا مجلد باسم «{ $folder }». أنشئه أو اختر مجلدا موجودا.
export-is-there = لم تتم كتابة { $name }: في المكان ملف بهذا الاسم. اضغط Enter مرة أخرى (أو ضع ! بعد الاسم) للكتابة فوقه، أو اختر اسما آخر.
export-forbidden = لم تتم كتابة { $name }: الكتابة في المجلد «{ $folder }» غير مسموحة. اختر مجلدا آخر.
export-full = لم تتم كتابة { $name }: القرص ممتلئ. أفسح مكانا أو اختر مجلدا على قرص آخر.
export-failed = لم تتم كتابة { $name } ({ $detail }). اختر اسما أو مجلدا آخر.
export-is-folder = ‏{ $name } مجلد. اكتب اسم ملف فيه.
no-such-form = لا صيغة معروفة للاسم { $name }؛ ليكن آخره md أو csv أو jsonld أو bib أو json.
pane-facts = معلوماته
facts-count = { $count ->
    [zero] لا معلومات
    [one] معلومة واحدة
    [two] معلومتان
    [few] { $count } معلومات
    [many] { $count } معلومة
   *[other] { $count } معلومة
}
facts-unread = أرقام غير مقروءة: { $count }
no-more-claims = لا مزيد في هذا الاتجاه.
fact-place = المعلومة { $at } من { $of }
quote-place = الاقتباس { $at } من { $of }، ولا يذكر التقرير قائله
quote-spoken = الاقتباس { $at } من { $of }، قائله { $speaker }
not-mentioned = لا يذكره هذا التقرير.
told-apart = يذكره، لكنه في ظاهر كلامه عن وقت أو شيء أو وجه آخر، فلم يقابل بغيره:
card-title = البطاقة
card-rule = القاعدة: { $rule }
card-says = على لسان { $who }
card-unnamed = على لسان قائل غير مسمى
mode-planned = مخطط أو متوقع
mode-hedged = محتمل
mode-negated = منفي
mode-general = كلام عام
mode-question = سؤال
certainty-low = درجة الثقة: منخفضة
certainty-medium = درجة الثقة: متوسطة
certainty-high = درجة الثقة: عالية
matrix-title = المواضيع ({ $count })
# Where not all reports fit: which ones are shown.
matrix-title-part = المواضيع ({ $count }) · { $which } من { $all }
unit-m = م
unit-km = كم
unit-cm = سم
unit-mm = ملم
unit-mile = ميل
unit-nautical-mile = ميل بحري
unit-foot = قدم
unit-inch = بوصة
unit-yard = ياردة
unit-kg = كغ
unit-g = غ
unit-mg = ملغ
unit-t = طن
unit-lb = رطل
unit-oz = أونصة
unit-quintal = قنطار
unit-l = لتر
unit-gallon = غالون
unit-barrel = برميل
unit-ha = هكتار
unit-acre = فدان إنجليزي
unit-feddan = فدان
unit-dunam = دونم
unit-km2 = كم²
unit-m2 = م²
unit-m3 = م³
unit-m-s = م/ث
unit-km-s = كم/ث
unit-km-h = كم/س
unit-knot = عقدة
unit-degc = °م
unit-degree = درجة
unit-magnitude = درجات بمقياس الزلازل
unit-w = واط
unit-kw = كيلوواط
unit-mw = ميغاواط
unit-gw = غيغاواط
unit-kwh = كيلوواط ساعة
unit-mwh = ميغاواط ساعة
daypart-0-6 = فجرا
daypart-0-9 = الساعات الأولى من الصباح
daypart-0-12 = صباحا
daypart-9-12 = ضحى
daypart-11-15 = ظهرا
daypart-12-18 = بعد الظهر
daypart-15-24 = مساء
daypart-18-30 = ليلا
zone-local = التوقيت المحلي
zone-utc = التوقيت العالمي
zone-europe-moscow = توقيت موسكو
zone-asia-riyadh = توقيت الرياض
zone-asia-qatar = توقيت قطر
zone-asia-kuwait = توقيت الكويت
zone-asia-bahrain = توقيت البحرين
zone-asia-baghdad = توقيت بغداد
zone-asia-aden = توقيت عدن
zone-asia-amman = توقيت عمّان
zone-asia-damascus = توقيت دمشق
zone-europe-istanbul = توقيت إسطنبول
zone-asia-dubai = توقيت دبي
zone-asia-muscat = توقيت مسقط
zone-asia-tehran = توقيت طهران
zone-africa-cairo = توقيت القاهرة
zone-africa-tripoli = توقيت طرابلس الغرب
zone-africa-khartoum = توقيت الخرطوم
zone-africa-tunis = توقيت تونس
zone-africa-algiers = توقيت الجزائر
zone-africa-casablanca = توقيت الدار البيضاء
zone-africa-nouakchott = توقيت نواكشوط
zone-asia-beirut = توقيت بيروت
zone-asia-jerusalem = توقيت القدس
zone-europe-kyiv = توقيت كييف
zone-europe-athens = توقيت أثينا
zone-europe-paris = توقيت باريس
zone-europe-berlin = توقيت برلين
zone-europe-rome = توقيت روما
zone-europe-madrid = توقيت مدريد
zone-europe-brussels = توقيت بروكسل
zone-europe-zurich = توقيت زيورخ
zone-europe-vienna = توقيت فيينا
zone-europe-london = توقيت لندن
zone-europe-lisbon = توقيت لشبونة
zone-america-new-york = توقيت نيويورك
zone-america-chicago = توقيت شيكاغو
zone-america-los-angeles = توقيت لوس أنجلوس
zone-america-anchorage = توقيت أنكوريج
zone-asia-shanghai = توقيت شنغهاي
zone-asia-hong-kong = توقيت هونغ كونغ
zone-asia-tokyo = توقيت طوكيو
zone-asia-seoul = توقيت سول
zone-asia-kolkata = توقيت كولكاتا
zone-asia-karachi = توقيت كراتشي
zone-asia-kabul = توقيت كابول
zone-africa-addis-ababa = توقيت أديس أبابا
zone-africa-nairobi = توقيت نيروبي
zone-america-sao-paulo = توقيت ساو باولو
zone-asia-jakarta = توقيت جاكرتا
unit-mile2 = ميل²
unit-mph = ميل/س
unit-degf = °ف
unit-v = فولت
unit-gb = غيغابايت
unit-tb = تيرابايت
unit-mb = ميغابايت
unit-cal = سعرة
unit-pp = نقطة مئوية
topic-outcome-agreement = الاتفاق
topic-outcome-breakthrough = الاختراق
topic-outcome-ceasefire = وقف إطلاق النار
topic-outcome-framework = الإطار
topic-outcome-progress = التقدم
topic-outcome-result = النتيجة
topic-outcome-ruling = الحكم
topic-outcome-settlement = التسوية
topic-outcome-statement = البيان المشترك
topic-outcome-understanding = التفاهم
topic-reader = اختلاف بعلامة منك
topic-role = منصب { $name }
# What a topic is narrowed to, where it is a term of the program.
scope-q1 = الربع الأول
scope-q2 = الربع الثاني
scope-q3 = الربع الثالث
scope-q4 = الربع الرابع
scope-h1 = النصف الأول
scope-h2 = النصف الثاني
scope-next = المقبل
scope-before = السابق
scope-preliminary = الأولي
kinds-number = أعداد مجردة
kinds-ordinal = مراتب
kinds-percent = نِسب
kinds-count = أعداد الأشخاص والأشياء
kinds-money = أموال
kinds-duration = مُدد
kinds-date = تواريخ
kinds-time = أوقات
kinds-score = نتائج
kinds-measure = مقاييس
kinds-place = أماكن
kinds-person = أشخاص
kinds-name = مسمَّيات
kinds-organisation = جهات
kinds-role = مناصب
kinds-roster = حضور
kinds-outcome = مآلات
kinds-record = أوائل وأواخر
kinds-unread = أرقام غير مقروءة
notice-more = … ومعها غيرها؛ المجموع: { $count }. تظهر كلها عند الخروج.
kind-number = عدد
kind-ordinal = ترتيب
kind-percent = نسبة
kind-count = عدد أشخاص أو أشياء
kind-money = مال
kind-duration = مدة
kind-date = تاريخ
kind-time = وقت
kind-score = نتيجة
kind-measure = قياس
kind-place = مكان
kind-person = شخص
kind-name = اسم
kind-organisation = جهة
kind-role = منصب
kind-roster = قائمة حضور
kind-outcome = مآل
kind-record = أول من نوعه أو آخره
kind-unread = رقم غير مقروء
verdict-contradiction = تناقض
verdict-update-over-time = تحديث مع الوقت
verdict-different-precision = اختلاف في الدقة
verdict-variant-spelling = رسمان لاسم واحد
verdict-compatible = متوافق
status-place = { $source } · التقرير { $at } من { $all }
status-event = الحدث { $at } من { $all }
status-copies = مثله نصا: { $reports }
status-hit = النتيجة { $at } من { $count }
status-hits = { $count ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
}
hits-while-typing = { $count ->
    [zero] لا نتائج
    [one] نتيجة واحدة في { $reports }
    [two] نتيجتان في { $reports }
    [few] { $count } نتائج في { $reports }
    [many] { $count } نتيجة في { $reports }
   *[other] { $count } نتيجة في { $reports }
}
hits-in-reports = { $count ->
    [zero] لا تقرير
    [one] تقرير واحد
    [two] تقريرين
    [few] { $count } تقارير
    [many] { $count } تقريرا
   *[other] { $count } تقرير
}
status-search = «{ $words }»: { $hits }
status-locked = = متزامن
lock-silent = ∅ لا شيء هنا
locked = التمرير متزامن: ما يتفق مضمونه متقابل، و= يفكّه.
locked-alone = التمرير متزامن، لكن المفتوح تقرير واحد: أضف لوحا بـ+.
unlocked = كل لوح يُمرَّر وحده.
status-hint = ? مساعدة
ask-search = ابحث:
ask-help = ابحث في المساعدة:
ask-command = أمر:
help-title = المساعدة: / للبحث فيها، q للرجوع
help-filtered = المساعدة في «{ $words }»: ‏Esc للكل، q للرجوع
help-nothing = لا أمر فيه هذه الكلمات. Esc يعيد الكل.
group-move = الحركة
group-panes = الألواح
group-find = البحث
group-take = الأخذ
group-program = البرنامج
group-text-field = في حقل الكتابة
no-hit = «{ $words }» ليست في أي تقرير.
nothing-searched = لا بحث سابق؛ / يسأل عن الكلمات.
search-from-start = انتهى البحث إلى الآخر؛ يتابع من الأول.
search-from-end = انتهى البحث إلى الأول؛ يتابع من الآخر.
no-jump-back = لا موضع سابق.
no-jump-forward = لا موضع لاحق.
mark-set = تم وضع العلامة { $mark } هنا؛ ' ثم { $mark } تعيدك إليها.
no-such-mark = ليست هناك علامة { $mark }؛ اضغط m ثم حرفا لتضع علامة.
no-such-pane = عدد الألواح { $count }.
no-more-reports = ليس في هذا الاتجاه تقرير آخر.
no-more-panes = لا يتسع المكان لتقرير آخر.
last-pane = هذا لوح التقرير الوحيد؛ q للخروج.
no-such-key = { $keys } لا يفعل شيئا هنا؛ ? يعرض المفاتيح.
nothing-to-copy = ليس هنا جملة تُنسخ.
copied = { $count ->
    [one] تم نسخ كلمة مع مصدرها.
    [two] تم نسخ كلمتين مع مصدرهما.
    [few] تم نسخ { $count } كلمات مع مصدرها.
   *[other] تم نسخ { $count } كلمة مع مصدرها.
}
no-url = رابط التقرير غير معروف.
opening = يجري فتح { $url }
open-failed = تعذر فتح { $url }؛ ‏y ينسخ الجملة مع الرابط.
no-file = هذا التقرير ليس من ملف، فلا تمكن إعادة قراءته.
reloaded = أُعيدت قراءته وقد تغير نصه.
reloaded-same = أُعيدت قراءته ولم يتغير نصه.
theme-is-dark = الألوان: داكنة
theme-is-light = الألوان: فاتحة
theme-is-high-contrast = الألوان: عالية التباين
theme-is-mono = الألوان: بلا ألوان
paste-cut = لم يؤخذ مما لصقته إلا أول ميغابايت. الصق الباقي أجزاء.
worker-failed = حدث خطأ داخل البرنامج؛ المعروض صحيح لكنه ناقص. نرجو الإبلاغ عنه.
keeper-failed = لم يُحفظ شيء: حدث خلل داخل تبيّن. ابدأه من جديد، وأبلغنا بذلك رجاءً.
encoder-is = العربية بطريقة «{ $name }»: ‏F2 للتالية، و‏Esc للعودة، وغيرهما يبقيها.
encoder-look = يجب أن يبدأ السطر أعلاه يمينا بكلمة «أعلنت» متصلة، وفيه 17 لا 71.
encoder-not-kept = تعذر حفظ هذا الاختيار للمرة القادمة؛ لا يمكن الكتابة في مجلد ملف الحالة (tabayun --paths).
## القيم

value-yes = نعم
value-no = لا
value-reached = تحقّق
value-not-reached = لم يتحقق
value-qualified = { $value } ({ $kind })
value-preliminary = مبدئي
value-final = نهائي
value-comprehensive = شامل
value-concrete = ملموس
value-radical = جذري
value-partial = جزئي
value-some = بعض
value-great = كبير
value-range = من { $low } إلى { $high }
value-denied = نفي: { $value }
value-about = نحو { $value }
value-nearly = قرابة { $value }
value-more-than = أكثر من { $value }
value-slightly-more = أكثر بقليل من { $value }
value-at-least = { $value } على الأقل
value-at-most = { $value } على الأكثر
value-less-than = أقل من { $value }
value-vague = { $value } فما فوق، بلا تحديد
value-points = { $value } نقطة أساس

## لماذا عُدّ القولان متعارضين أو متفقين

reason-reader-missed = علّمتَهما أنت متعارضين.
reason-report = التقرير رقم { $n }
reason-disjoint-intervals = الفرق أكبر مما تسمح به عبارة أي منهما.
reason-overlapping-intervals = يمكن أن يصح القولان: أحدهما أقل تحديدا.
reason-rounded = أحدهما تقريب للآخر.
reason-coarser-unit = أحدهما بوحدة زمن أطول.
reason-coarser-date = أحدهما يسمي اليوم، والآخر مدة أطول تشمله.
reason-one-day-apart = بينهما يوم واحد بحساب يوم النشر: قد يفسره فرق التوقيت.
reason-different-day = يومان مختلفان لأمر واحد.
reason-neighbouring-days = يومان متتاليان سمي كل منهما باسمه: قد تكون الليلة بينهما، أو أن أحدهما خطأ.
reason-minutes-apart = بينهما دقائق قليلة.
reason-different-time = ساعتان مختلفتان حتى بعد حساب فرق التوقيت.
reason-different-score = نتيجتان مختلفتان أيا كان الطرف الذي تقرأ منه.
reason-qualified = النتيجة نفسها بوصف آخر.
reason-other-qualifier = المنفي من نوع غير المثبت.
reason-reached-or-not = أحدهما يقول إنه تحقق والآخر ينفيه.
reason-yes-or-no = أحدهما يثبته والآخر ينفيه.
reason-exclusive-words = كل منهما ينفي الآخر.
reason-other-name = اسمان لا يصح إلا واحد منهما.
reason-outgrown = تجاوز الرقم ما جعله أحدها حدا أدنى.
reason-later-report = التقرير اللاحق يعطي حالا أحدث.
reason-newer-by-its-words = يقول أحدهما بنفسه إن الأمر كان على غير ذلك من قبل.
reason-still-counted = يقول أحدهما بنفسه إن الإحصاء لم ينته.
reason-plan-and-outcome = كان مقررا هكذا، وجرى على غير ذلك.
reason-kind-of = أحدهما يسمي الشيء، والآخر نوعه أو جزءا منه.
reason-weekday-and-date = التاريخ واحد، لكن أحدهما يسمي يوما من الأسبوع لا يوافقه.
reason-list-and-total = الأجزاء المذكورة لا يبلغ مجموعها الكل.
reason-one-name = اسم واحد كُتب بأكثر من شكل.
reason-names = { $first } و{ $rest } آخرون
reason-rosters-differ = كلتا القائمتين كاملة كما تقدمان، وفي كل منهما اسم ليس في الأخرى.
reason-roster-and-size = المذكورون بالاسم ({ $names }) أكثر من العدد المعلن لكل جانب.
reason-arrival-and-event = الوصول إلى الحدث يقع عادة في يومه، وهو هنا في يوم آخر، ولا توقيت مذكورا يفسر ذلك: أمر يستحق التحقق، لا تناقض.
problem-key-command = السطر { $line } من الإعدادات: لا أمر باسم «{ $command }». الأمر tabayun --list-keys يعرض الأسماء كلها.
problem-key-unreadable = السطر { $line } من الإعدادات: «{ $keys }» للأمر { $command } ليس مفتاحا. تُكتب المفاتيح هكذا: j أو gg أو Ctrl-d أو Alt-Down أو F1.
problem-key-taken = السطر { $line } من الإعدادات: { $keys } للأمر { $command } يشغله { $other }. أعط { $other } مفتاحا آخر أو قائمة فارغة.
status-reading = تمت قراءة معلومات { $done } من { $all }

# Rules by which claims are read, by the first part of their name.
rule-act = فعل وقع أو نفي وقوعه
rule-age = العمر
rule-basis-point = نقاط الأساس
rule-change = التغير من قيمة إلى أخرى
rule-closed-list = قائمة مغلقة
rule-opposite = كلمة ونقيضها
rule-collision = التصادم
rule-count = العدد ومعدوده
rule-date = التاريخ
rule-duration = المدة
rule-match-minute = دقيقة من المباراة
rule-measure = القياس بوحدته
rule-named-value = اسم في موضعه
rule-number = العدد
rule-office = المنصب وصاحبه
rule-quote = الاقتباس
rule-range = المدى بين قيمتين
rule-record = الرقم القياسي أو الأسبقية
rule-roster = قائمة أشخاص
rule-sum-of-list = مجموع القائمة
rule-unread = رقم لم يُفهم
rule-score = النتيجة
rule-time = الساعة
rule-percent = النسبة المئوية
rule-money = المبلغ
rule-place = المكان
rule-person = الشخص
rule-outlet = الناشر
rule-organisation = الجهة
rule-outcome = ما انتهى إليه الأمر
rule-ordinal = الترتيب
rule-thing = اسم شيء
rule-rating = التقييم
rule-reader = تصحيحك
