# SPDX-License-Identifier: BSL-1.0
"""The rows of the page "beside the anchors": each text in Chinese and in English.

A row of TAKES says what others give and how zhibu stands: `so` is has, open or argued; or `ask` is
a question of anchors_page.Probe, `yes` is said of what can, `no` of what cannot.
"""

TAKES = [
    {
        "what": ("不必编译就能装", "Installed without a compiler"),
        "they": ("三个 Python 库在 PyPI 上都有各平台的预编译包",
                 "all three Python libraries have binary wheels on PyPI for many platforms"),
        "zhibu": ("从克隆 `pip install .`，要有编译器；没有发布",
                  "`pip install .` from a clone, with a compiler; nothing is published"),
        "so": "open",
    },
    {
        "what": ("包管理器里有", "In package managers"),
        "they": ("boost-histogram 在 conda-forge，pyosmium 在 Debian 和 Ubuntu，Boost.Histogram 随 "
                 "Boost 发行",
                 "boost-histogram on conda-forge, pyosmium in Debian and Ubuntu, Boost.Histogram "
                 "with Boost"),
        "zhibu": ("没有", "none yet"),
        "so": "open",
    },
    {
        "what": ("Windows 和 macOS", "Windows and macOS"),
        "they": ("五个库都测", "all five are tested there"),
        "zhibu": ("只在 Debian 12 上测过", "tested on Debian 12 only"),
        "so": "open",
    },
    {
        "what": ("类型提示", "Types for checkers"),
        "they": ("boost-histogram：`py.typed`，mypy strict；pyosmium：存根；polars：全有",
                 "boost-histogram: `py.typed`, mypy strict; pyosmium: stubs; polars: throughout"),
        "zhibu": ("`py.typed` 和手写存根，由 stubtest 核对；有重载的少",
                  "`py.typed` and stubs by hand, held to the module by stubtest; few overloads"),
        "so": "has",
    },
    {
        "what": ("零拷贝进 NumPy", "Into NumPy without a copy"),
        "they": ("boost-histogram 的计数是 NumPy 视图", "boost-histogram's counts are a view of NumPy"),
        "zhibu": ("视图的计数是 `array.array`，`numpy.asarray` 不拷贝；日子是 `datetime64[D]`",
                  "what a view counts is an `array.array`, taken by `numpy.asarray` without a "
                  "copy; days are `datetime64[D]`"),
        "so": "has",
    },
    {
        "what": ("Arrow 胶囊", "Arrow capsules"),
        "they": ("polars 从 1.3 起输出和读取 `__arrow_c_stream__`",
                 "polars gives and takes `__arrow_c_stream__` since 1.3"),
        "ask": "to_arrow",
        "yes": ("能输出：{}", "out go {}"),
        "no": ("不能：{}", "not {}"),
    },
    {
        "what": ("pickle", "pickle"),
        "they": ("boost-histogram 的直方图都可以，状态带版本号；pyosmium 的对象不可以",
                 "all histograms of boost-histogram, with a version in the state; no objects of "
                 "pyosmium"),
        "ask": "pickled",
        "yes": ("可以：{}", "so can {}"),
        "no": ("不可以：{}", "not {}"),
    },
    {
        "what": ("copy", "copy"),
        "they": ("boost-histogram 和 polars 的对象都可以复制",
                 "objects of boost-histogram and polars can be copied"),
        "ask": "copied",
        "yes": ("可以：{}", "so can {}"),
        "no": ("不可以，要再读一次：{}", "not, but are loaded again: {}"),
    },
    {
        "what": ("笔记本里好看", "Shown well in notebooks"),
        "they": ("polars 的表有 HTML 显示", "polars shows a frame as HTML"),
        "ask": "shown_as_html",
        "yes": ("有：{}", "so are {}"),
        "no": ("只有一行 repr：{}", "a repr of one line have {}"),
    },
    {
        "what": ("画图", "Plots"),
        "they": ("boost-histogram 按 UHI 协议交给 mplhep；polars 的 `plot` 用 Altair",
                 "boost-histogram leaves it to mplhep by the UHI protocol; polars has `plot`, by "
                 "Altair"),
        "ask": "plots",
        "yes": ("有 {}，用 matplotlib", "there is {}, by matplotlib"),
        "no": ("没有 {}", "there is no {}"),
    },
    {
        "what": ("命令行", "A command line"),
        "they": ("pyosmium 有 `pyosmium-up-to-date` 等程序，退出码写在手册里",
                 "pyosmium has `pyosmium-up-to-date` and others, with exit codes in their manual"),
        "ask": "command_line",
        "yes": ("有 {}，退出码写在帮助里", "there is {}, with exit codes in its help"),
        "no": ("没有 {}", "there is no {}"),
    },
    {
        "what": ("长任务可看进度", "Progress of what takes long"),
        "they": ("pyosmium 由用户自己循环，进度自己数；polars 按 Ctrl-C 能停",
                 "pyosmium leaves the loop to its user, who may count; polars stops at Ctrl-C"),
        "ask": "progress",
        "yes": ("{} 接受进度回调", "{} takes a callback"),
        "no": ("{} 没有；一个县只要几毫秒，全国要几秒",
               "{} has none; a county takes milliseconds, a nation seconds"),
    },
    {
        "what": ("放开 GIL", "The GIL released"),
        "they": ("polars 的长操作都放开；boost-histogram 填充时放开，并可指定线程数",
                 "polars in all that takes long; boost-histogram while filling, with a number of "
                 "threads"),
        "zhibu": ("装入、列出、核查、排计划等长的都放开",
                  "while loading, drawing up, auditing, planning and whatever else takes long"),
        "so": "has",
    },
    {
        "what": ("自由线程的 Python", "Free-threaded Python"),
        "they": ("boost-histogram 和 pyosmium 已声明支持并测试",
                 "boost-histogram and pyosmium declare it and test it"),
        "zhibu": ("核心没有可变的全局状态，但没有在那种解释器上测过，所以不声明",
                  "the core has no mutable global, but was not tested on such an interpreter, "
                  "and so declares nothing"),
        "so": "open",
    },
    {
        "what": ("懒惰查询和优化器", "Lazy queries and an optimizer"),
        "they": ("polars 的核心本领", "what polars is about"),
        "zhibu": ("问题是固定的几个，每个都已经是一次扫描；要随意组合就把表交给 polars",
                  "the questions are few and fixed, and each is one pass already; for free "
                  "combination hand the tables to polars"),
        "so": "argued",
    },
    {
        "what": ("比内存大的数据", "Larger than memory"),
        "they": ("polars 可以流式处理；pyosmium 逐个对象过文件",
                 "polars streams; pyosmium passes object by object through a file"),
        "zhibu": ("全国一年的核查在 5 GiB 以内，`Progress` 逐条更新；没有更大的",
                  "the audit of a nation's year stays below 5 GiB, and `Progress` takes record "
                  "by record; nothing is larger"),
        "so": "argued",
    },
    {
        "what": ("读写很多格式", "Many formats"),
        "they": ("polars 读写 CSV、Parquet、Excel、数据库、云存储",
                 "polars reads and writes CSV, Parquet, Excel, databases, cloud storage"),
        "zhibu": ("CSV、官方表格、xlsx 进；CSV、Markdown、iCalendar、xlsx、HTML 出；数据库和云不在这里",
                  "in: CSV, the official forms, xlsx; out: CSV, Markdown, iCalendar, xlsx, HTML; "
                  "databases and clouds are others' work"),
        "so": "argued",
    },
    {
        "what": ("用户可以扩展", "Extended by users"),
        "they": ("Boost.Histogram 的轴、存储和累加器可以是用户自己的类型；polars 有插件",
                 "axes, storages and accumulators of Boost.Histogram may be types of one's own; "
                 "polars has plugins"),
        "zhibu": ("规则是数据，写一行就多一条；新的*种类*的要求要改库，因为每种都要能比较宽严、能说成话",
                  "a rule is a row, and anybody adds rows; a new *kind* of demand is a change to "
                  "the library, since each kind must be comparable and put into words"),
        "so": "argued",
    },
    {
        "what": ("运算符", "Operators"),
        "they": ("boost-histogram：切片、重分组、加减乘；polars：表达式",
                 "boost-histogram: slices, rebinning, arithmetic; polars: expressions"),
        "zhibu": ("规则手册相加，活动用 `|` 合并；别的没有自然的意义",
                  "rulebooks are added, activities joined by `|`; nothing else has a natural "
                  "meaning"),
        "so": "argued",
    },
    {
        "what": ("出错时说清楚", "Errors that say what to do"),
        "they": ("libosmium 的异常带出错的文本；polars 找不到列时列出有哪些",
                 "libosmium's exceptions have the text at fault; polars lists the columns where "
                 "one is not found"),
        "zhibu": ("哪个文件、哪一行、看到什么、接受什么、最像哪个；一次列出全部",
                  "file, line, what was found, what would be accepted and what comes nearest; "
                  "all faults at once"),
        "so": "has",
    },
    {
        "what": ("类型错误也说清楚", "Errors of type that say so"),
        "they": ("polars 和 boost-histogram 的 Python 层自己检查参数",
                 "polars and boost-histogram check arguments in a layer of Python"),
        "zhibu": ("参数类型不对时是 pybind11 的 `TypeError`，列出签名，不像别的错误那样一句话",
                  "a wrong type is pybind11's `TypeError` with all signatures, and not one "
                  "sentence like all others"),
        "so": "open",
    },
    {
        "what": ("手册分层", "A manual in parts"),
        "they": ("pyosmium 有用户手册、实例、参考三部分；cctz 先讲概念再给代码",
                 "pyosmium has a user manual, a cookbook, a reference; cctz has concepts before "
                 "code"),
        "zhibu": ("概念、教程、怎么做、参考，中英两套", "concepts, tutorial, how-to, reference, in two languages"),
        "so": "has",
    },
    {
        "what": ("文档里的代码都跑过", "Code in the documentation is run"),
        "they": ("Boost.Histogram 的片段取自编译过的示例；pyosmium 的示例有测试",
                 "snippets of Boost.Histogram are cut from compiled examples; examples of "
                 "pyosmium are tested"),
        "zhibu": ("每一段都在测试里跑，不跑的几段逐条列出",
                  "every snippet runs in the tests, and the few that do not are listed"),
        "so": "has",
    },
    {
        "what": ("按版本存放的文档", "Documentation by version"),
        "they": ("boost-histogram、polars 的网站保留旧版",
                 "the sites of boost-histogram and polars keep the old versions"),
        "zhibu": ("还没有发布过版本；用克隆里的源码生成", "no version was released yet; it is built from the clone"),
        "so": "open",
    },
    {
        "what": ("变更记录", "A change log"),
        "they": ("boost-histogram 和 pyosmium 有变更记录，polars 有发布说明",
                 "boost-histogram and pyosmium keep one, polars has release notes"),
        "zhibu": ("还没有发布，只有提交历史", "nothing was released; there is the history of commits"),
        "so": "open",
    },
    {
        "what": ("旧文件将来还能读", "Old files stay readable"),
        "they": ("Boost.Histogram 和 boost-histogram 各存着旧版的档案来测",
                 "Boost.Histogram and boost-histogram keep archives of old versions in their "
                 "tests"),
        "zhibu": ("名册的文件有版本号和一份存档测试；其他的随 CSV",
                  "the file of a roster has a version and a kept copy in the tests; all else is "
                  "CSV"),
        "so": "has",
    },
    {
        "what": ("头文件就是手册", "Headers as the manual"),
        "they": ("cctz 的 `civil_time.h` 大半是文字", "cctz's `civil_time.h` is mostly prose"),
        "zhibu": ("一样，并且原样进入参考", "the same, and it goes into the reference word for word"),
        "so": "has",
    },
    {
        "what": ("只有头文件", "Header-only"),
        "they": ("Boost.Histogram 是", "Boost.Histogram is"),
        "zhibu": ("不是：规则和日历几千行数据编译一次；公共头文件不含 Boost",
                  "no: thousands of rows of rules and days are compiled once; public headers "
                  "bring in no Boost"),
        "so": "argued",
    },
    {
        "what": ("不含混的日期运算", "No ambiguous arithmetic of dates"),
        "they": ("cctz：`civil_month - civil_day` 不能编译",
                 "cctz: `civil_month - civil_day` does not compile"),
        "zhibu": ("句柄不能混用，月份相加没有运算符，要写 `add_months`",
                  "handles do not mix, and there is no operator to add months, but `add_months`"),
        "so": "has",
    },
    {
        "what": ("时刻和时区", "Time of day and time zones"),
        "they": ("cctz 的主题", "what cctz is about"),
        "zhibu": ("规章只说日子；一天只分上午下午",
                  "regulations speak of days; a day has a morning and an afternoon"),
        "so": "argued",
    },
    {
        "what": ("不抛异常的用法", "Without exceptions"),
        "they": ("cctz 不抛异常", "cctz throws none"),
        "zhibu": ("只抛 `std::invalid_argument`；没有无异常的接口",
                  "throws `std::invalid_argument` only; there is no interface without"),
        "so": "argued",
    },
    {
        "what": ("编译期计算", "At compile time"),
        "they": ("cctz 的民用时间全是 `constexpr`", "all civil time of cctz is `constexpr`"),
        "zhibu": ("比较和区间是；由年月日造一天要检查，不是",
                  "comparison and periods are; making a day of year, month and day checks, and "
                  "is not"),
        "so": "open",
    },
    {
        "what": ("模糊测试", "Fuzzing"),
        "they": ("cctz 在 CI 里跑 30 秒", "cctz runs it for 30 seconds in its CI"),
        "zhibu": ("凡读文件的都有，每次都跑", "all that reads files, at every run"),
        "so": "has",
    },
    {
        "what": ("和同行比速度", "Speed beside peers"),
        "they": ("Boost.Histogram 的文档有对比图", "Boost.Histogram's documentation has charts of it"),
        "zhibu": ("README 有表，脚本可重跑，没达到的目标也写着",
                  "tables in the README that a script repeats, with the goals that were missed"),
        "so": "has",
    },
    {
        "what": ("别人在用", "Used by others"),
        "they": ("五个库都有很多用户，问题有人答", "all five have many users, and questions get answers"),
        "zhibu": ("没有已知的用户", "no user is known"),
        "so": "open",
    },
]

GIVES = [
    {
        "what": ("答案带着依据", "Answers with their source"),
        "zhibu": ("每个结论都带条文、施行日期、力度和把握",
                  "each finding has its article, dates in force, force and confidence"),
        "they": ("用不着：它们的领域没有法条", "no need: their fields have no articles of law"),
    },
    {
        "what": ("为什么", "Why"),
        "zhibu": ("任何结论都能问为什么，答的是数据，也能说成话",
                  "of any finding one may ask why; the answer is data, and can be put into words"),
        "they": ("polars 能解释查询计划，不解释结果", "polars explains the plan of a query, and not a result"),
    },
    {
        "what": ("如果会怎样", "What if"),
        "zhibu": ("两次核查的差别带着原因", "two audits are compared, with the cause of each difference"),
        "they": ("polars 能比较两张表是否相等", "polars can say whether two frames are equal"),
    },
    {
        "what": ("凡事问哪一天", "Every question has a day"),
        "zhibu": ("名册和规则都按日子保存，还分当天的样子和当天知道的样子",
                  "roster and rules are effective-dated, and what was so is told apart from what "
                  "was known"),
        "they": ("要自己在表里做", "one makes it oneself, in tables"),
    },
    {
        "what": ("不知道就说不知道", "Unknown is unknown"),
        "zhibu": ("日子分已公布、推定、未知；未知的不给答案",
                  "a day is decreed, projected or unknown, and of what is unknown there is no "
                  "answer"),
        "they": ("cctz 的民用时间没有不知道的日子", "no civil day is unknown to cctz"),
    },
    {
        "what": ("读错误的文件", "Reading a wrong file"),
        "zhibu": ("一次列出全部错误，并猜最像哪个", "all faults at once, with the nearest name that there is"),
        "they": ("polars 的 `read_csv` 停在第一个读不懂的格子",
                 "`read_csv` of polars stops at the first cell that it cannot read"),
    },
    {
        "what": ("隐私", "Privacy"),
        "zhibu": ("敏感的要点名；公开的遮住；下级只拿到自己的部分",
                  "what is sensitive must be named; what is published is veiled; a subtree gets "
                  "its part"),
        "they": ("不是它们的事", "not their matter"),
    },
    {
        "what": ("农历和节气", "Lunar dates and solar terms"),
        "zhibu": ("1850 至 2200 年，由星历逐行核对", "1850 to 2200, checked row by row against an ephemeris"),
        "they": ("没有", "none"),
    },
    {
        "what": ("两种语言", "Two languages"),
        "zhibu": ("枚举、台账、解释、文档都有中文和英文",
                  "enumerations, ledgers, explanations and documentation in Chinese and English"),
        "they": ("只有英文", "English only"),
    },
    {
        "what": ("C++ 和 Python 同名", "One vocabulary in C++ and Python"),
        "zhibu": ("名称相同，文档字符串就是头文件注释的第一句，由测试保证",
                  "the same names, and docstrings that are the first sentence of the header, "
                  "held by a test"),
        "they": ("boost-histogram 的说明在头文件、绑定和存根里各写一遍；pyosmium 的只在存根里，`help()` 是空的",
                 "boost-histogram says it in header, binding and stub; pyosmium in the stubs "
                 "only, so that `help()` is empty"),
    },
    {
        "what": ("没有依赖", "No dependencies"),
        "zhibu": ("Python 模块只要标准库；表格、网页、画图各自可选",
                  "the module needs the standard library alone; workbooks, pages and plots are "
                  "optional"),
        "they": ("boost-histogram 要 NumPy，pyosmium 要 requests",
                 "boost-histogram needs NumPy, pyosmium needs requests"),
    },
]
