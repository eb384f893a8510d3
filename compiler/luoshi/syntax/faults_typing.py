"""Findings about slips of the keyboard: colons, spaces, quotes, brackets, indents.

Each rule names the placeholders of its texts; ``line`` is always a line number, 1-based.
"""

from __future__ import annotations

from luoshi.diagnostics import Rule, Severity, Texts

YAML_UNREADABLE = Rule(  # line, text
    code="YML001",
    name="yaml-unreadable",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="第{line}行没能读入：{text:q}。",
            primary="从这里读不下去",
            help="和上下各行对照行首空格、冒号、括号和引号；别的行已照常读入。",
            what="这一行不合方案文件的写法，原因没能认出来。",
            why="没能读入的内容不会出现在任何文书里，所以先停下来。",
        ),
        "zh-Hant": Texts(
            message="第{line}行無法讀入：{text:q}。",
            primary="從這裡讀不下去",
            help="請與上下各行對照行首空格、冒號、括號及引號；其他各行已照常讀入。",
            what="這一行不合計畫檔的寫法，原因無法判斷。",
            why="無法讀入的內容不會出現在任何文件裡，因此先停下來。",
        ),
        "en": Texts(
            message="Line {line} could not be read: {text:q}.",
            primary="reading stopped here",
            help="Compare its spaces, colon, brackets and quotes with the lines around it; the others were read.",
            what="The line does not follow the way a plan file is written, and the cause is not a known slip.",
            why="What could not be read would be missing from every document, so nothing is made yet.",
        ),
    },
    bad="title: 秋季校园安全\n- 区教育局\n",
    good="title: 秋季校园安全\nunits:\n  - 区教育局\n",
)

FULLWIDTH_COLON = Rule(  # key
    code="YML004",
    name="fullwidth-colon",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="{key:q}后面是全角冒号，这一行没能读入。",
            primary="全角冒号",
            help="换成半角冒号，后面空一格（可代改）。",
            what="栏目名后面的冒号是中文输入法打出的全角冒号。",
            why="栏目和内容靠半角冒号加一个空格分开；全角冒号只是文字，这一栏会整个消失。",
        ),
        "zh-Hant": Texts(
            message="{key:q}後面是全形冒號，這一行無法讀入。",
            primary="全形冒號",
            help="請換成半形冒號，後面空一格（可代改）。",
            what="欄位名稱後面的冒號是中文輸入法打出的全形冒號。",
            why="欄位與內容以半形冒號加一個空格分開；全形冒號只是文字，這一欄會整個不見。",
        ),
        "en": Texts(
            message="{key:q} has a full-width colon, so the line was not read.",
            primary="full-width colon",
            help="Half-width colon and one space (can be fixed for you).",
            what="The colon after a field's name is the full-width one of a Chinese keyboard.",
            why="A half-width colon and a space part field and content; a full-width one is only text, and the field is lost.",
        ),
    },
    bad="title: 秋季校园安全\n完成时限：2026-10-16\nowner: 区公安局\n",
    good="title: 秋季校园安全\n完成时限: 2026-10-16\nowner: 区公安局\n",
)

FULLWIDTH_SPACE_INDENT = Rule(  # line, other, n, width, want
    code="YML005",
    name="fullwidth-space-indent",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="第{line}行开头有{n}个全角空格，和上一行对不齐。",
            primary="全角空格",
            related="上一行空{width}格",
            help="行首换成{want}个半角空格（可代改）。",
            what="行首用了全角空格。",
            why="看上去对齐了，读入时全角空格算作文字，这一行会接错地方。",
        ),
        "zh-Hant": Texts(
            message="第{line}行開頭有{n}個全形空格，與上一行沒有對齊。",
            primary="全形空格",
            related="上一行空{width}格",
            help="請將行首換成{want}個半形空格（可代改）。",
            what="行首用了全形空格。",
            why="看起來已對齊，讀入時全形空格算作文字，這一行會接錯地方。",
        ),
        "en": Texts(
            message="Line {line} begins with {n} full-width spaces and does not line up with line {other}.",
            one="Line {line} begins with a full-width space and does not line up with line {other}.",
            primary="full-width space",
            related="{width} spaces here",
            help="Number of ordinary spaces to begin it with: {want} (can be fixed for you).",
            what="A line begins with full-width spaces.",
            why="It looks aligned, but a full-width space counts as text and the line joins another entry.",
        ),
    },
    bad="tasks:\n  - text: 护学岗\n　　owner: 区公安局\n",
    good="tasks:\n  - text: 护学岗\n    owner: 区公安局\n",
)

TAB_INDENT = Rule(  # line, want
    code="YML006",
    name="tab-indent",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="第{line}行行首用了Tab键，这里只能用空格。",
            primary="Tab键",
            help="换成{want}个空格（可代改）。",
            what="行首是Tab键打出的空白。",
            why="Tab在各人的屏幕上宽窄不一，读入时没法知道对齐到哪里。",
        ),
        "zh-Hant": Texts(
            message="第{line}行行首用了Tab鍵，這裡只能用空格。",
            primary="Tab鍵",
            help="請換成{want}個空格（可代改）。",
            what="行首是Tab鍵打出的空白。",
            why="Tab在各人的螢幕上寬窄不一，讀入時無從得知對齊到哪裡。",
        ),
        "en": Texts(
            message="Line {line} begins with a Tab; only spaces can stand there.",
            primary="Tab",
            help="Spaces to use instead: {want} (can be fixed for you).",
            what="A line begins with a Tab.",
            why="A Tab is wide on one screen and narrow on another, so it does not tell what the line belongs to.",
        ),
    },
    bad="tasks:\n  - text: 护学岗\n\towner: 区公安局\n",
    good="tasks:\n  - text: 护学岗\n    owner: 区公安局\n",
)

DUPLICATE_KEY = Rule(  # key, n
    code="YML007",
    name="duplicate-key",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="同一个条目里{key:q}写了{n}次，只能写一次。",
            primary="又写一次",
            related="第一次",
            help="留一行，或并成一行。",
            what="同一个条目里，同一个栏目写了不止一次。",
            why="只能用其中一个，另一个的内容会悄悄丢掉。",
        ),
        "zh-Hant": Texts(
            message="同一個項目裡{key:q}寫了{n}次，只能寫一次。",
            primary="又寫一次",
            related="第一次",
            help="請留一行，或併成一行。",
            what="同一個項目裡，同一個欄位寫了不只一次。",
            why="只能採用其中一個，另一個的內容會悄悄消失。",
        ),
        "en": Texts(
            message="{key:q} stands {n:times} in one entry; only one of them can count.",
            primary="and again here",
            related="first here",
            help="Keep one of the lines, or put both contents in one.",
            what="One entry has the same field more than once.",
            why="Only one of them could be used, and the content of the other would be lost without a word.",
        ),
    },
    bad="text: 护学岗\nowner: 区公安局\nowner: 区交通局\n",
    good="text: 护学岗\nowner: [区公安局, 区交通局]\n",
)

COLON_INSIDE_CONTENT = Rule(  # n
    code="YML008",
    name="colon-inside-content",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="这一行有{n}处冒号加空格，分不清内容从哪里开始。",
            primary="第二处",
            related="第一处",
            help="内容两头加半角引号；14:30这样的时间不用加。",
            what="内容里又有冒号加空格。",
            why="冒号加空格是栏目和内容的分界，一行里有两处，就有两种读法。",
        ),
        "zh-Hant": Texts(
            message="這一行有{n}處冒號加空格，無法判斷內容從哪裡開始。",
            primary="第二處",
            related="第一處",
            help="請在內容前後加半形引號；14:30這類時間不必加。",
            what="內容裡又有冒號加空格。",
            why="冒號加空格是欄位與內容的分界，一行裡有兩處，就有兩種讀法。",
        ),
        "en": Texts(
            message="This line has a colon and a space {n:times}, so its content has {n} possible beginnings.",
            primary="the second",
            related="the first",
            help="Put straight quotes round the content; a time such as 14:30 needs none.",
            what="The content has a colon and a space in it.",
            why="A colon and a space part field and content; where a line has two, it can be read in two ways.",
        ),
    },
    bad="title: 家长会\ntext: 时间: 14:30，地点: 三楼\n",
    good='title: 家长会\ntext: "时间: 14:30，地点: 三楼"\n',
)

FULLWIDTH_PUNCTUATION = Rule(  # line, mark, half
    code="YML009",
    name="fullwidth-punctuation",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="第{line}行的全角符号{mark:q}只算文字，不能用来分隔内容。",
            primary="全角符号",
            help="换成半角符号{half:q}；本来就是文字的，两头加半角引号。",
            what="括号里的分隔符号是全角的。",
            why="列表和条目只认半角的逗号、括号和引号，全角的会和前后的字连成一段。",
        ),
        "zh-Hant": Texts(
            message="第{line}行的全形符號{mark:q}只算文字，不能用來分隔內容。",
            primary="全形符號",
            help="請換成半形符號{half:q}；若原為文字，請在前後加半形引號。",
            what="括號裡的分隔符號是全形的。",
            why="清單與項目只認半形的逗號、括號及引號，全形的會與前後的字連成一段。",
        ),
        "en": Texts(
            message="The full-width {mark:q} in line {line} is only text and cannot part contents.",
            primary="full-width",
            help="Use the half-width mark {half:q}; where it is part of the text, put straight quotes round the text.",
            what="A mark that parts contents inside brackets is a full-width one.",
            why="Lists and entries know only half-width commas, brackets and quotes; others join what they should part.",
        ),
    },
    bad="title: 护学岗\nduty: {text: 早晚执勤，owner: 区公安局}\n",
    good="title: 护学岗\nduty: {text: 早晚执勤, owner: 区公安局}\n",
)

BAD_FIRST_CHARACTER = Rule(  # line, mark
    code="YML010",
    name="bad-first-character",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="第{line}行的内容以{mark:q}开头，这个符号不能放在最前面。",
            primary="在最前面",
            help="内容两头加半角引号。",
            what="内容的第一个字是有特别用处的符号。",
            why="@、%、*、&、!、|、>和反引号放在最前面另有含义，后面的字不会当作内容读入。",
        ),
        "zh-Hant": Texts(
            message="第{line}行的內容以{mark:q}開頭，這個符號不能放在最前面。",
            primary="在最前面",
            help="請在內容前後加半形引號。",
            what="內容的第一個字是有特別用途的符號。",
            why="@、%、*、&、!、|、>及反引號放在最前面另有含義，後面的字不會當作內容讀入。",
        ),
        "en": Texts(
            message="The content in line {line} begins with {mark:q}, which cannot come first.",
            primary="comes first",
            help="Put straight quotes round the content.",
            what="The first character of the content is a mark with a meaning of its own.",
            why="At the beginning @ % * & ! | > and the backquote mean something else, so what follows is not read as content.",
        ),
    },
    bad="title: 护学岗\ntext: @全体班主任 按时到岗\n",
    good='title: 护学岗\ntext: "@全体班主任 按时到岗"\n',
)

UNCLOSED = Rule(  # line, open, close
    code="YML011",
    name="unclosed",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="第{line}行有开头的{open:q}，没有收尾的{close:q}。",
            primary="从这里开始",
            help="在内容末尾补上{close:q}；位置不对的，移到该在的地方。",
            what="引号或括号只写了前一半。",
            why="没有收尾，后面各行都会算进这一处内容里。",
        ),
        "zh-Hant": Texts(
            message="第{line}行有開頭的{open:q}，沒有收尾的{close:q}。",
            primary="從這裡開始",
            help="請在內容末尾補上{close:q}；位置不對時，請移到應在之處。",
            what="引號或括號只寫了前一半。",
            why="沒有收尾，後面各行都會算進這一處內容裡。",
        ),
        "en": Texts(
            message="Line {line} opens {open:q} and nothing closes it with {close:q}.",
            primary="opened here",
            help="Add {close:q} at the end of the content, or where it belongs.",
            what="A quotation mark or bracket has no second half.",
            why="Without it all the lines that follow would count as part of this content.",
        ),
    },
    bad="title: 护学岗\nowner: [区公安局, 区交通局\ntext: 早晚执勤\n",
    good="title: 护学岗\nowner: [区公安局, 区交通局]\ntext: 早晚执勤\n",
)

INDENT_UNEVEN = Rule(  # line, width, want, other
    code="YML018",
    name="indent-uneven",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="第{line}行行首空{width}格，和上面哪一行都对不齐。",
            primary="空{width}格",
            related="这一行空{want}格",
            help="和第{other}行对齐的，行首空{want}格；另有归属的，和它的同级对齐。",
            what="行首的空格数和上面各行都不一样。",
            why="一行归哪个条目，只看行首空几格；差一格就不知道归谁。",
        ),
        "zh-Hant": Texts(
            message="第{line}行行首空{width}格，與上面各行都沒有對齊。",
            primary="空{width}格",
            related="這一行空{want}格",
            help="若與第{other}行同級，請在行首空{want}格；若另有歸屬，請與其同級對齊。",
            what="行首的空格數與上面各行都不同。",
            why="一行屬於哪個項目，只看行首空幾格；差一格就無法判斷。",
        ),
        "en": Texts(
            message="Line {line} begins with {width} spaces and lines up with no line above it.",
            one="Line {line} begins with 1 space and lines up with no line above it.",
            primary="spaces: {width}",
            related="spaces: {want}",
            help="Beside line {other}? Then begin it with {want} spaces; otherwise line it up with what it belongs to.",
            what="The spaces at the start of a line match none of the lines above.",
            why="What a line belongs to is told only by its spaces; one more or less and nobody knows.",
        ),
    },
    bad="duty:\n  text: 护学岗\n   owner: 区公安局\n",
    good="duty:\n  text: 护学岗\n  owner: 区公安局\n",
)

MISSING_SPACE = Rule(  # line, text, mark
    code="YML019",
    name="missing-space",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="{text:q}的{mark:q}后面没有空格，这一行没能读入。",
            primary="后面缺一个空格",
            help="后面空一格（可代改）。",
            what="栏目名的冒号或条目前的短横后面没有空格。",
            why="没有空格，冒号和短横就只是文字，栏目和条目都认不出来。",
        ),
        "zh-Hant": Texts(
            message="{text:q}的{mark:q}後面沒有空格，這一行無法讀入。",
            primary="後面缺一個空格",
            help="請在後面空一格（可代改）。",
            what="欄位名稱的冒號或項目前的短橫後面沒有空格。",
            why="沒有空格，冒號與短橫就只是文字，欄位與項目都無法辨認。",
        ),
        "en": Texts(
            message="The {mark:q} of {text:q} has no space after it, so the line was not read.",
            primary="a space is missing",
            help="Put one space after it (can be fixed for you).",
            what="The colon of a field or the dash of an entry has no space after it.",
            why="Without the space colon and dash are only text, and no field or entry is seen.",
        ),
    },
    bad="title: 护学岗\nowner:区公安局\ntext: 早晚执勤\n",
    good="title: 护学岗\nowner: 区公安局\ntext: 早晚执勤\n",
)

TEXT_AFTER_QUOTE = Rule(  # line, text
    code="YML026",
    name="text-after-quote",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="第{line}行的引号或括号已经收尾，后面又有文字：{text:q}。",
            primary="收尾之后的文字",
            help="整段内容两头加单引号；引号只是强调的，换成全角引号也可以。",
            what="内容以引号或括号开头，收尾之后还有文字。",
            why="半角引号和括号圈住的就是全部内容，后面的字没有地方放。",
        ),
        "zh-Hant": Texts(
            message="第{line}行的引號或括號已經收尾，後面又有文字：{text:q}。",
            primary="收尾之後的文字",
            help="請在整段內容前後加單引號；若引號只是強調，也可改用「」。",
            what="內容以引號或括號開頭，收尾之後還有文字。",
            why="半形引號與括號圈住的就是全部內容，後面的字無處可放。",
        ),
        "en": Texts(
            message="In line {line} text follows a closed quote or bracket: {text:q}.",
            primary="after the end",
            help="Put single quotes round the whole content, or use curly quotes for the emphasis.",
            what="The content begins with a quote or bracket and goes on after that is closed.",
            why="What straight quotes and brackets enclose is the whole content; there is no room for more.",
        ),
    },
    bad='title: 护学岗\ntext: "护学岗"早晚执勤\n',
    good="title: 护学岗\ntext: '\"护学岗\"早晚执勤'\n",
)

ODD_SPACE_INDENT = Rule(  # line, char, want
    code="YML027",
    name="odd-space-indent",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="第{line}行开头有特殊的空格（{char}），不能用来对齐。",
            primary="特殊的空格",
            help="行首换成{want}个半角空格（可代改）。",
            what="行首有从网页或文字处理软件里带来的特殊空格。",
            why="看上去和空格一样，读入时算作文字，这一行会接错地方。",
        ),
        "zh-Hant": Texts(
            message="第{line}行開頭有特殊的空格（{char}），不能用來對齊。",
            primary="特殊的空格",
            help="請將行首換成{want}個半形空格（可代改）。",
            what="行首有從網頁或文書軟體帶來的特殊空格。",
            why="看起來與空格相同，讀入時算作文字，這一行會接錯地方。",
        ),
        "en": Texts(
            message="Line {line} begins with a special space ({char}) that cannot be used to line up.",
            primary="special space",
            help="Ordinary spaces to begin it with: {want} (can be fixed for you).",
            what="A line begins with a space brought along from a web page or a word processor.",
            why="It looks like a space but counts as text, and the line joins another entry.",
        ),
    },
    bad="duty:\n  text: 护学岗\n\u00a0\u00a0owner: 区公安局\n",
    good="duty:\n  text: 护学岗\n  owner: 区公安局\n",
)

FULLWIDTH_COMMA = Rule(  # text, n
    code="YML028",
    name="fullwidth-comma-in-list",
    severity=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="{text:q}中间是全角逗号，只算1项。",
            primary="全角逗号",
            help="是几项的，换成半角逗号加空格；本来是一句话的，两头加半角引号。",
            what="方括号列表的一项里有全角逗号。",
            why="列表只认半角逗号，全角逗号两边的字会合成一项，多半是几个单位变成了一个。",
        ),
        "zh-Hant": Texts(
            message="{text:q}中間是全形逗號，只算1項。",
            primary="全形逗號",
            help="若為數項，請換成半形逗號加空格；若原為一句話，請在前後加半形引號。",
            what="方括號清單的一項裡有全形逗號。",
            why="清單只認半形逗號，全形逗號兩邊的字會併成一項，往往是幾個單位變成了一個。",
        ),
        "en": Texts(
            message="{text:q} has a full-width comma in it and counts as one item.",
            primary="full-width comma",
            help="Several items: half-width comma and a space. One sentence: put straight quotes round it.",
            what="An item of a list in square brackets has a full-width comma in it.",
            why="Lists know only the half-width comma; with the other one several units become one.",
        ),
    },
    bad="title: 护学岗\nowner: [区公安局，区交通局]\n",
    good="title: 护学岗\nowner: [区公安局, 区交通局]\n",
)

LIST_ON_KEY_LINE = Rule(  # key
    code="YML029",
    name="list-on-key-line",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="{key:q}后面直接跟了短横，列表要从下一行开始。",
            primary="短横在同一行",
            help="短横另起一行；只有1项的，也可以去掉短横；几项的，可写在方括号里。",
            what="栏目名和列表的第一项写在了同一行。",
            why="短横只有放在行首才是列表的一项。",
        ),
        "zh-Hant": Texts(
            message="{key:q}後面直接接了短橫，清單須從下一行開始。",
            primary="短橫在同一行",
            help="請將短橫另起一行；只有1項時可去掉短橫，數項可寫在方括號裡。",
            what="欄位名稱與清單的第一項寫在同一行。",
            why="短橫只有放在行首才是清單的一項。",
        ),
        "en": Texts(
            message="A dash follows {key:q} on its own line; a list begins on the next line.",
            primary="dash on the same line",
            help="Start a new line before the dash; one item needs no dash, several can stand in square brackets.",
            what="A field's name and the first item of its list stand on one line.",
            why="A dash makes an item only where a line begins.",
        ),
    },
    bad="title: 护学岗\nowner: - 区公安局\n",
    good="title: 护学岗\nowner:\n  - 区公安局\n",
)

TYPING_RULES: tuple[Rule, ...] = (
    YAML_UNREADABLE,
    FULLWIDTH_COLON,
    FULLWIDTH_SPACE_INDENT,
    TAB_INDENT,
    DUPLICATE_KEY,
    COLON_INSIDE_CONTENT,
    FULLWIDTH_PUNCTUATION,
    BAD_FIRST_CHARACTER,
    UNCLOSED,
    INDENT_UNEVEN,
    MISSING_SPACE,
    TEXT_AFTER_QUOTE,
    ODD_SPACE_INDENT,
    FULLWIDTH_COMMA,
    LIST_ON_KEY_LINE,
)
