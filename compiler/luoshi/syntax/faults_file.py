"""Findings about whole files and about what a plan file leaves out of YAML.

A comment after each rule names the placeholders of its texts.
"""

from __future__ import annotations

from luoshi.diagnostics import Rule, Severity, Texts

ENCODING = Rule(  # file, encoding; bytes, so no sample text
    code="YML002",
    name="encoding-not-utf8",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="{file:q}是{encoding}编码，需要UTF-8。",
            primary="按{encoding}读入",
            help="请用记事本打开，选“另存为”，编码选UTF-8，覆盖原文件；内容不会变。",
            what="方案文件不是用UTF-8编码存的。",
            why="同一串字节按另一种编码读就成了别的字，单位和人名会印错。",
        ),
        "zh-Hant": Texts(
            message="{file:q}是{encoding}編碼，需要UTF-8。",
            primary="按{encoding}讀入",
            help="請用記事本開啟，選「另存新檔」，編碼選UTF-8，覆蓋原檔；內容不會改變。",
            what="計畫檔不是以UTF-8編碼儲存。",
            why="同一串位元組按另一種編碼讀就成了別的字，單位與人名會印錯。",
        ),
        "en": Texts(
            message="{file:q} is saved as {encoding}; UTF-8 is needed.",
            primary="read as {encoding}",
            help="In Notepad choose Save As, encoding UTF-8, same name; the content stays the same.",
            what="The plan file is not saved in UTF-8.",
            why="The same bytes are other characters in another encoding, so names would be printed as others.",
        ),
    },
    bad="",
    good="title: 秋季校园安全\n",
)

TOO_LARGE = Rule(  # file, size, limit (both in MB); no sample of that size
    code="YML003",
    name="file-too-large",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="{file:q}有{size}MB，超过{limit}MB，没有读入。",
            help="把单位、人员或各部门的职责分到另外的文件，再用include连起来。",
            what="一个方案文件大得超出了上限。",
            why="这么大的文件多半不是方案；真是方案的，分开来写也更好管。",
        ),
        "zh-Hant": Texts(
            message="{file:q}有{size}MB，超過{limit}MB，沒有讀入。",
            help="請將單位、人員或各處室的工作分到其他檔案，再以include連結。",
            what="一個計畫檔的大小超出上限。",
            why="這麼大的檔案多半不是計畫；若確為計畫，分開寫也較好管理。",
        ),
        "en": Texts(
            message="{file:q} has {size} MB, over the limit of {limit} MB, and was not read.",
            help="Move units, people or each department's duties to other files and join them with include.",
            what="One plan file is larger than the limit.",
            why="A file of that size is hardly a plan; a real one is easier to keep in parts.",
        ),
    },
    bad="",
    good="title: 秋季校园安全\n",
)

TOO_MANY_COPIES = Rule(  # text
    code="YML012",
    name="too-many-copies",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="引用{text:q}展开后的内容太多，这一处没有读入。",
            primary="引用在这里",
            help="把要用的内容直接写在这里。",
            what="用星号引用的内容又引用别的内容，展开后多得超出了上限。",
            why="几行引用能展开成几百万条，机器会停住不动。",
        ),
        "zh-Hant": Texts(
            message="引用{text:q}展開後的內容太多，這一處沒有讀入。",
            primary="引用在這裡",
            help="請將所需內容直接寫在這裡。",
            what="以星號引用的內容又引用別的內容，展開後超出上限。",
            why="幾行引用能展開成幾百萬筆，電腦會停住不動。",
        ),
        "en": Texts(
            message="The copy {text:q} becomes too much when written out, so it was not read here.",
            primary="copied here",
            help="Write the content here instead.",
            what="A copy marked with a star holds further copies, and together they pass the limit.",
            why="A few lines of copies can grow to millions of entries and stop the machine.",
        ),
    },
    bad="a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    + "".join(
        f"{after}: &{after} [{', '.join(['*' + before] * 10)}]\n"
        for before, after in zip("abcde", "bcdef", strict=True)
    ),
    good="a: &a [x, y]\nb: *a\n",
)

TAG_REFUSED = Rule(  # text
    code="YML013",
    name="tag-refused",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="方案里不能用{text}这样的标记。",
            primary="标记",
            help="去掉标记；叹号本来是文字的，内容两头加半角引号。",
            what="内容前面有叹号开头的标记。",
            why="这类标记能让读文件的程序去执行别的事，方案里用不着，也不安全。",
        ),
        "zh-Hant": Texts(
            message="計畫裡不能用{text}這樣的標記。",
            primary="標記",
            help="請去掉標記；若驚嘆號原為文字，請在內容前後加半形引號。",
            what="內容前面有驚嘆號開頭的標記。",
            why="這類標記能讓讀檔的程式去做別的事，計畫裡用不到，也不安全。",
        ),
        "en": Texts(
            message="A mark such as {text} cannot be used in a plan.",
            primary="mark",
            help="Take it out; if the exclamation mark is part of the text, put straight quotes round the text.",
            what="A content has a mark that begins with an exclamation mark.",
            why="Such marks can make a reading program do other things; a plan has no use for them.",
        ),
    },
    bad="title: !!python/name:os.system 秋季校园安全\n",
    good="title: 秋季校园安全\n",
)

MERGE_KEY = Rule(
    code="YML014",
    name="merge-key",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="这里用“<<”并入别处的内容，方案里不用这种写法。",
            primary="并入",
            help="把要用的各栏直接写在这个条目里。",
            what="条目里有“<<”，想把另一处的各栏并进来。",
            why="并进来的内容看不见，哪一栏以谁为准也说不清；责任书里的每句话都要能指到一行。",
        ),
        "zh-Hant": Texts(
            message="這裡用「<<」併入別處的內容，計畫裡不用這種寫法。",
            primary="併入",
            help="請將所需各欄直接寫在這個項目裡。",
            what="項目裡有「<<」，要把另一處的各欄併進來。",
            why="併進來的內容看不見，以哪一處為準也說不清；責任書裡的每句話都要能指到一行。",
        ),
        "en": Texts(
            message="“<<” would merge fields from elsewhere; a plan does not use it.",
            primary="merged here",
            help="Write the fields into this entry.",
            what="An entry has “<<” to bring in the fields of another one.",
            why="Merged fields cannot be seen where they count; every sentence of a letter must point to one line.",
        ),
    },
    bad="a: &a {text: 护学岗}\nb:\n  <<: *a\n  owner: 区公安局\n",
    good="a: &a {text: 护学岗}\nb: *a\n",
)

SEVERAL_DOCUMENTS = Rule(
    code="YML015",
    name="several-documents",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="这个文件里有不止一份方案，“---”以后的没有读入。",
            primary="第二份从这里开始",
            help="一个文件写一份方案；这一行只是分隔线的，删去。",
            what="文件中间有一行“---”，后面的算另一份。",
            why="一份方案对一个文件，文书才知道自己从哪里来。",
        ),
        "zh-Hant": Texts(
            message="這個檔案裡不只一份計畫，「---」以後的沒有讀入。",
            primary="第二份從這裡開始",
            help="請一個檔案寫一份計畫；若這一行只是分隔線，請刪去。",
            what="檔案中間有一行「---」，後面算另一份。",
            why="一份計畫對應一個檔案，文件才知道自己從何而來。",
        ),
        "en": Texts(
            message="This file holds more than one plan; what follows “---” was not read.",
            primary="the second begins here",
            help="Keep one plan in one file; a line that only divides can go.",
            what="A line “---” within the file begins a second plan.",
            why="With one plan in one file every document knows where it comes from.",
        ),
    },
    bad="title: 秋季校园安全\n---\ntitle: 春季校园安全\n",
    good="---\ntitle: 秋季校园安全\n",
)

FILE_MISSING = Rule(  # file; no place, no sample
    code="YML016",
    name="file-missing",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="没有找到{file:q}。",
            help="对照文件名和所在的文件夹；文件名的结尾是yaml还是yml也要一样。",
            what="要读的文件不在说的那个地方。",
            why="没有文件就没有可读的方案。",
        ),
        "zh-Hant": Texts(
            message="找不到{file:q}。",
            help="請對照檔名與所在的資料夾；檔名結尾是yaml或yml也須一致。",
            what="要讀的檔案不在所說的位置。",
            why="沒有檔案就沒有可讀的計畫。",
        ),
        "en": Texts(
            message="{file:q} was not found.",
            help="Compare the name and the folder, and whether the name ends in yaml or yml.",
            what="The file to be read is not where it was said to be.",
            why="Without the file there is no plan to read.",
        ),
    },
    bad="",
    good="title: 秋季校园安全\n",
)

EMPTY_FILE = Rule(  # file
    code="YML017",
    name="empty-file",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="{file:q}里没有内容。",
            help="写上方案；要从样例开始，运行 luoshi new。",
            what="文件是空的，或者只有“#”后面的话。",
            why="没有内容就没有可生成的文书；也可能是存到了别处。",
        ),
        "zh-Hant": Texts(
            message="{file:q}裡沒有內容。",
            help="請寫上計畫；若要從範例開始，請執行 luoshi new。",
            what="檔案是空的，或只有「#」後面的註解。",
            why="沒有內容就沒有可產生的文件；也可能是存到了別處。",
        ),
        "en": Texts(
            message="{file:q} has nothing in it.",
            help="Write the plan, or begin with a sample: luoshi new.",
            what="The file is empty or holds only comments.",
            why="Nothing can be made from it; it may have been saved elsewhere.",
        ),
    },
    bad="# 以后再写\n",
    good="title: 秋季校园安全\n",
)

TOO_DEEP = Rule(  # limit
    code="YML020",
    name="nested-too-deep",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="这里一层套一层，超过了{limit}层，整个文件没有读入。",
            primary="超过{limit}层",
            help="看看是不是多打了括号；方案用不到这么多层。",
            what="列表和条目套得太深。",
            why="方案最深也不过十来层，更深的多半是打多了括号。",
        ),
        "zh-Hant": Texts(
            message="這裡一層套一層，超過{limit}層，整個檔案沒有讀入。",
            primary="超過{limit}層",
            help="請看是否多打了括號；計畫用不到這麼多層。",
            what="清單與項目套得太深。",
            why="計畫最深也不過十來層，更深的多半是多打了括號。",
        ),
        "en": Texts(
            message="Brackets or entries are nested over {limit} deep here, so the file was not read.",
            primary="over {limit} levels",
            help="Look for brackets typed too often; a plan never needs so many levels.",
            what="Lists and entries are nested too deep.",
            why="A plan has a dozen levels at most; more come from stray brackets.",
        ),
    },
    bad="title: " + "[" * 70 + "]" * 70 + "\n",
    good="title: [[秋季校园安全]]\n",
)

UNREADABLE_CHARACTER = Rule(  # line, char
    code="YML021",
    name="unreadable-character",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="第{line}行有读不出的字符（{char}），按空格读入。",
            primary="在这里",
            help="删去这个字符，重新打一遍前后的字。",
            what="文件里有控制字符，或者读不成文字的字节。",
            why="这样的字符印不出来，多半是从别处粘贴时带来的，或者文件有损坏。",
        ),
        "zh-Hant": Texts(
            message="第{line}行有無法讀出的字元（{char}），按空格讀入。",
            primary="在這裡",
            help="請刪去這個字元，重新輸入前後的字。",
            what="檔案裡有控制字元，或無法讀成文字的位元組。",
            why="這樣的字元印不出來，多半是從別處貼上時帶來的，或檔案已損壞。",
        ),
        "en": Texts(
            message="Line {line} holds a character that cannot be read ({char}); a space was read instead.",
            primary="here",
            help="Delete the character and type the words around it again.",
            what="The file holds a control character, or bytes that are no text.",
            why="Such a character cannot be printed; it comes from pasting, or the file is damaged.",
        ),
    },
    bad="title: 秋季\u0001校园安全\n",
    good="title: 秋季校园安全\n",
)

KEY_NOT_TEXT = Rule(  # line
    code="YML022",
    name="key-not-text",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="第{line}行的栏目名写成了列表或条目，栏目名只能是文字。",
            primary="不是文字",
            help="栏目名去掉括号；整段是内容的（如{{{{学校}}}}），两头加半角引号。",
            what="冒号前面是括号括起来的东西。",
            why="栏目要有名称才认得出，括号里的列表没有名称。",
        ),
        "zh-Hant": Texts(
            message="第{line}行的欄位名稱寫成了清單或項目，欄位名稱只能是文字。",
            primary="不是文字",
            help="請去掉欄位名稱的括號；若整段是內容（如{{{{學校}}}}），請在前後加半形引號。",
            what="冒號前面是括號括起來的內容。",
            why="欄位要有名稱才能辨認，括號裡的清單沒有名稱。",
        ),
        "en": Texts(
            message="Line {line} has a list or an entry where the name of a field belongs.",
            primary="not a text",
            help="Take the brackets off the name; if all of it is content, as {{{{school}}}}, put straight quotes round it.",
            what="Something in brackets stands before a colon.",
            why="A field is known by its name, and a list in brackets is no name.",
        ),
    },
    bad="title: {{学校}}\n",
    good='title: "{{学校}}"\n',
)

DIRECTIVE = Rule(
    code="YML023",
    name="directive",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="文件开头有“%”开头的一行，方案里不用。",
            primary="这一行",
            help="删去这一行和它下面的“---”。",
            what="文件开头有给读文件的程序看的指示行。",
            why="方案只有一种写法，用不着这类指示。",
        ),
        "zh-Hant": Texts(
            message="檔案開頭有「%」開頭的一行，計畫裡不用。",
            primary="這一行",
            help="請刪去這一行與其下的「---」。",
            what="檔案開頭有給讀檔程式看的指示行。",
            why="計畫只有一種寫法，用不到這類指示。",
        ),
        "en": Texts(
            message="The file begins with a line that starts with “%”; a plan has no use for it.",
            primary="this line",
            help="Delete that line and the “---” below it.",
            what="The file begins with an instruction for reading programs.",
            why="A plan is written in one way only and needs no such instruction.",
        ),
    },
    bad="%YAML 1.1\n---\ntitle: 秋季校园安全\n",
    good="title: 秋季校园安全\n",
)

FILE_UNREADABLE = Rule(  # file; no place, no sample
    code="YML024",
    name="file-unreadable",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="{file:q}在，但是打不开。",
            help="看看它是不是文件夹，是不是被别的程序占用，有没有读它的权限。",
            what="文件在那里，系统不让读。",
            why="读不到内容，就没有可生成的文书。",
        ),
        "zh-Hant": Texts(
            message="{file:q}存在，但無法開啟。",
            help="請看它是否為資料夾、是否被其他程式占用、有無讀取權限。",
            what="檔案在那裡，系統不允許讀取。",
            why="讀不到內容，就沒有可產生的文件。",
        ),
        "en": Texts(
            message="{file:q} is there but cannot be opened.",
            help="See whether it is a folder, in use by another program, or closed to you.",
            what="The file exists and the system does not let it be read.",
            why="Nothing can be made from a file that cannot be read.",
        ),
    },
    bad="",
    good="title: 秋季校园安全\n",
)

NO_SUCH_ANCHOR = Rule(  # text
    code="YML025",
    name="copy-of-nothing",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="星号引用了{text:q}，前面没有这个名称。",
            primary="引用在这里",
            help="把内容直接写在这里；星号本来是文字的，两头加半角引号。",
            what="以星号开头的内容算引用，被引用的名称在前面找不到。",
            why="没有可以引用的内容，这一处就是空的。",
        ),
        "zh-Hant": Texts(
            message="星號引用了{text:q}，前面沒有這個名稱。",
            primary="引用在這裡",
            help="請將內容直接寫在這裡；若星號原為文字，請在前後加半形引號。",
            what="以星號開頭的內容算引用，被引用的名稱在前面找不到。",
            why="沒有可引用的內容，這一處就是空的。",
        ),
        "en": Texts(
            message="The star copies {text:q}, but nothing above has that name.",
            primary="copied here",
            help="Write the content here; if the star is part of the text, put straight quotes round the text.",
            what="A content that begins with a star is a copy, and its name stands nowhere above.",
            why="There is nothing to copy, so this place would be empty.",
        ),
    },
    bad="title: *name\n",
    good='title: "*name"\n',
)

COPY_OF_ITSELF = Rule(  # text
    code="YML030",
    name="copy-of-itself",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="{text:q}引用了自己，展开起来没有尽头。",
            primary="引用在这里",
            help="把要用的内容直接写在这里。",
            what="一段内容里面用星号引用了它自己。",
            why="照这样展开永远写不完。",
        ),
        "zh-Hant": Texts(
            message="{text:q}引用了自己，展開起來沒有止境。",
            primary="引用在這裡",
            help="請將所需內容直接寫在這裡。",
            what="一段內容裡以星號引用了它自己。",
            why="照這樣展開永遠寫不完。",
        ),
        "en": Texts(
            message="{text:q} copies itself, which would never end.",
            primary="copied here",
            help="Write the content here instead.",
            what="A content copies itself with a star.",
            why="Written out it would go on for ever.",
        ),
    },
    bad="a: &a\n  b: *a\n",
    good="a: &a\n  b: x\nc: *a\n",
)

FILE_RULES: tuple[Rule, ...] = (
    ENCODING,
    TOO_LARGE,
    TOO_MANY_COPIES,
    TAG_REFUSED,
    MERGE_KEY,
    SEVERAL_DOCUMENTS,
    FILE_MISSING,
    EMPTY_FILE,
    TOO_DEEP,
    UNREADABLE_CHARACTER,
    KEY_NOT_TEXT,
    DIRECTIVE,
    FILE_UNREADABLE,
    NO_SUCH_ANCHOR,
    COPY_OF_ITSELF,
)
