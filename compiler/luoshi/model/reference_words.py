"""The contents of the field tables' examples in the other two languages.

The tables hold one example for each field, in Simplified Chinese; the reference page says it in
the reader's language. One line for each content: 简|繁|English. Contents of plain ASCII need none.
"""

from __future__ import annotations

from luoshi.diagnostics import Language

_LINES = """
护校安园-2026|護校安園-2026|safe-term-2026
“护校安园”专项行动工作方案|「護校安園」專案行動計畫|Work Plan of the Safe Term Campaign
护校安园|護校安園|Safe Term
共用/单位.yaml|共用/單位.yaml|shared/units.yaml
人员.xlsx|人員.xlsx|people.xlsx
学校.csv|學校.csv|schools.csv
市教育局|市教育局|Education Bureau
市公安局|市警察局|Police Bureau
公安局|警察局|City Police
市司法局|市法制局|Justice Bureau
司法局|法制局|Justice Bureau
市财政局|市財政局|Finance Bureau
市卫健委|市衛生局|Health Bureau
市综治委|市安全會報|Safety Commission
市委办|市府秘書處|City Office
市政府办公室|市府秘書處|Office of the City Government
市教育局办公室|市教育局秘書室|Office of the Education Bureau
公安|警察|Police
教育|教育|Education
财|財|F
上|上|autumn
学校|學校|School
班级|班級|Class
各学校|各校|Schools
各校|各校|Schools
全市学校|全市學校|schools of the city
各派出所|各派出所|Police Stations
交警大队|交通隊|Traffic Police
治安大队|保安隊|Public Order Section
三家通信公司|三家電信公司|Three Network Carriers
移动|甲電信|Carrier A
联通|乙電信|Carrier B
电信|丙電信|Carrier C
一中|一中|First School
二中|二中|Second School
乡镇|鄉鎮|Townships
教务处|教務處|Academic Office
总务处|總務處|General Office
德育处|學務處|Pupil Affairs
安全科|安全科|Safety Section
创建办|推動辦公室|Campaign Office
法制部门|法制單位|Legal Department
王立|王立|Wang Li
王|王|wang
朱明|朱明|Zhu Ming
科长|科長|section chief
局长|局長|director
副局长|副局長|deputy director
校长|校長|principal
班主任|導師|class teacher
主任|主任|head
主要领导|首長|head
分管领导|主管副首長|deputy in charge
市教育局主要领导|市教育局長|Head of the Education Bureau
各单位分管领导|各單位主管|deputies in charge
安全科科长|安全科科長|Chief of the Safety Section
为加强校园安全，制定本方案。|為加強校園安全，訂定本計畫。|This plan is made to keep schools safe.
条例|條例|bus-rules
校车条例|校車條例|bus-rules
校车安全管理条例|校車安全管理條例|Rules on the Safety of School Buses
意见|意見|Opinions on School Safety
统计报表|統計表|Statistical Return
平教〔2026〕12号|平教字第1150000012號|Education (2026) No. 12
平委办〔2010〕28号|平府秘字第0990000028號|City Office (2010) No. 28
坚持预防为主。|以預防為主。|Prevention comes first.
杜绝重大安全事故|杜絕重大安全事故|No serious accident
杜绝重大事故|杜絕重大事故|No serious accident
属地管理|在地管理|Each place minds its own schools
三防|三防|three guards
人防|人防|people
物防|物防|barriers
技防|技防|technology
五有|五有|five haves
机构|組織|a body
方案|計畫|a plan
机制|機制|a routine
资料|資料|records
效果|成效|results
周边治安|周邊治安|Order around schools
校园周边治安|校園周邊治安|Order around schools
整治校园周边治安突出问题。|整治校園周邊治安突出問題。|Settle the worst problems around schools.
三防建设|三防建置|Three guards
校门口交通|校門口交通|Traffic at the gate
巡逻|巡邏|Patrol
动员部署|動員部署|Kick-off
安装监控|安裝監視器|Fit cameras
消防整治|消防整治|Fire safety
集中整治|集中整治|Intensive checks
整治|整治|Checks
其他任务|其他工作|Other tasks
校车摸底|校車清查|Count the school buses
校车|校車|School buses
排查校车|清查校車|Check the school buses
各单位密切配合。|各單位密切配合。|All units work together.
要求|要求|demands
工作要求|工作要求|What is asked of all
提高认识。|提高認識。|Take it seriously.
各单位抓好落实。|請各單位落實辦理。|Every unit sees it through.
前言|前言|preamble
指导思想|指導思想|guiding_ideology
工作任务|工作任務|tasks
工作目标|工作目標|objectives
工作重点和措施|工作重點與措施|Key work and measures
突出以下重点。|重點如下。|The following comes first.
任务和目标|工作與目標|Tasks and objectives
只负责牵头|只負責主辦|it only leads
待增补|待增列|to be added later
关于印发《方案》的通知|檢送「計畫」乙份|Notice on Issuing the Plan
现将方案印发给你们。|檢送計畫乙份，請查照。|The plan is issued herewith.
自查表|自檢表|Self-check form
见下表。|如下表。|See the table below.
秘密★1年|密|Confidential 1 year
加急|速件|Urgent
此件公开发布|本件公開|May be made public
2026—2027学年|2026—2027學年|2026-2027
开学至国庆节|開學至國慶日|start of term to the National Day
xxxx年6月至xxxx年12月|xxxx年6月至xxxx年12月|June xxxx to December xxxx
2026-07-01至2026-07-31|2026-07-01至2026-07-31|2026-07-01 to 2026-07-31
第一学期|第一學期|First term
学期|學期|term
3年|3年|3 years
寒假|寒假|Winter holiday
运动会|運動會|Sports day
达标|達標|Reach the standard
达标率|達標率|share of schools that pass
分三个阶段进行。|分三個階段進行。|It runs in three phases.
按属地管理原则。|依在地管理原則。|Each place minds its own schools.
在市政府领导下开展。|在市府領導下辦理。|It is led by the city government.
安全演练|安全演練|Safety drill
法制宣传日活动|法治宣導日活動|Law day
12月4日|12月4日|4 December
2月8日|2月8日|8 February
各校自行安排的活动不在内。|各校自行安排的活動不在內。|Events of single schools are not listed.
实行百分制。|採百分制。|Marks are out of a hundred.
每年一次|每年一次|every year
每周五|每週五|every Friday
每周一|每週一|every Monday
每周五15:00|每週五15:00|every Friday before 15:00
每月2日、17日前|每月2日、17日前|by the 2nd and 17th of each month
每月2日前|每月2日前|by the 2nd of each month
每季度末月25日|每季末月25日|at the end of each quarter
1次/月|1次/月|1/month
2次/年|2次/年|2/year
200米|200公尺|200 metres
组织|組織|Organization
组织领导|組織領導|Organization
一星|一星|one star
二星|二星|two stars
三星|三星|three stars
参评总数|參評總數|all that take part
发生事故|發生事故|an accident happens
发生安全事故|發生安全事故|an accident happens
发生责任事故|發生責任事故|an accident through fault
发生较大事故|發生較大事故|a major accident happens
取消资格|取消資格|not eligible
取消评优资格|取消評優資格|no award that year
取消评选资格|取消評選資格|no award that year
取消当年评选资格|取消當年評選資格|no award that year
一票否决|一票否決|one-vote veto
失职|失職|neglect
迟报、瞒报|遲報、隱匿不報|late or hidden reports
依规追究|依規定追究|held to account by the rules
依规追究责任|依規定追究責任|held to account by the rules
并予通报|並予通報|and named in a circular
命名|授予名銜|named
命名表彰|授予名銜並表揚|named and praised
列入绩效考核|列入績效考核|counts in the yearly review
月报|月報|monthly
上月工作情况|上月工作情形|Work of last month
无论有无隐患都要书面报告|不論有無缺失均以書面回報|always in writing
校班|校班|school-class
安全工作责任书|安全工作責任書|Letter of Responsibility for Safety
人员变动时由接任者继续履行。|人員異動時由接任者繼續履行。|Whoever takes over the post takes over the letter.
小组|小組|group
创建活动领导小组|推動小組|Leading Group of the Campaign
联合检查组|聯合檢查組|Joint inspection team
甲|甲|First Unit
乙|乙|Second Unit
成员单位|成員單位|members
每年联合检查一次|每年聯合檢查一次|Inspect jointly once a year
小组统一领导创建工作。|小組統一推動各項工作。|The group leads the campaign.
会议|會議|meeting
校园安全联席会议|校園安全聯席會議|Joint Meeting on School Safety
分析校园及周边治安形势|分析校園及周邊治安情勢|review order in and around schools
成立工作小组|成立工作小組|set up a working group
成立相应工作小组并制订方案|成立相應工作小組並訂定計畫|set up a working group and a plan
每月检查食堂|每月檢查餐廳|Check the canteen every month
组织全体师生开展消防疏散演练|組織全體師生辦理消防疏散演練|Hold an evacuation drill with all pupils and teachers
消防演练|消防演練|Fire drill
疏散演练|疏散演練|Evacuation drill
操场|操場|playground
校园24小时有人值守|校園24小時有人值守|Somebody is on guard day and night
立即报告|立即通報|Report at once
国旗下讲话|升旗講話|Talk at the flag
报送总结|繳交總結|Send in the final report
检查校园安保|檢查校園安全維護|Check the guards
检查|檢查|Check
报表|統計表|Return
报送统计报表|繳交統計表|Send in the return
学校周边禁止开办网吧|學校周邊禁止開設網咖|No internet café near a school
开学期间|開學期間|at the start of term
自查|自檢|self-check
自查整改|自檢改善|Self-check and repair
逐校自查。|逐校自檢。|Every school checks itself.
逐校自查|逐校自檢|Every school checks itself
暑期安全教育|暑期安全教育|Lessons on a safe summer
安全教育月|安全教育月|Month of safety lessons
组织、指导和协调|組織、指導與協調|Organize and coordinate
负责日常工作|負責日常工作|sees to the daily work
负责日常沟通协调|負責日常溝通協調|keep in touch day by day
学生外出春游的安全知识教育|學生校外教學的安全教育|Safety lessons before the spring outing
春游安全|校外教學安全|Spring outing
开学第一课|開學第一課|First lesson of the term
"""

EXAMPLE_WORDS: dict[str, dict[Language, str]] = {
    hans: {"zh-Hans": hans, "zh-Hant": hant, "en": en}
    for hans, hant, en in (line.split("|") for line in _LINES.strip().split("\n"))
}
