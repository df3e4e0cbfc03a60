"""Sentences for the rules on clauses: pairs that lack a clause on either side, and pairs that only look like it."""

from __future__ import annotations


def rows(text: str) -> list[tuple[str, ...]]:
    """Rows end with a semicolon between blanks, their cells with a bar."""
    return [tuple(" ".join(cell.split()) for cell in row.split(" |")) for row in text.split(" ;\n")[:-1]]


OMITTED = rows("""
    The ferry, which had been repaired twice since the winter, left the harbor at noon. |
        这艘入冬以来修过两次的渡船中午离开了港口。 | 渡船中午离开了港口。 | WARNING |
        repaired twice since the winter ;
    Although the bakery closed early because of the storm, every loaf was sold before lunch. |
        尽管面包店因暴风雨提前关门，所有面包还是在午饭前卖完了。 | 所有面包都在午饭前卖完了。 | ERROR |
        bakery closed early because of the storm ;
    The engineer checked the brakes, replaced the broken mirror and washed the windows. |
        工程师检查了刹车，更换了破损的后视镜，还清洗了车窗。 | 工程师检查了刹车。 | ERROR |
        replaced the broken mirror and washed the windows ;
    If the battery is damaged or swollen, do not charge the phone and contact the dealer. |
        如果电池损坏或鼓胀，请勿给手机充电，并联系经销商。 | 请联系经销商。 | ERROR |
        battery is damaged or swollen, do not charge the phone ;
    Her grandfather, a carpenter from a small mountain village, built the table in 1952. |
        她的祖父是一个小山村的木匠，1952年做了这张桌子。 | 她的祖父1952年做了这张桌子。 | WARNING |
        carpenter from a small mountain village ;
    The library lends books, films and musical instruments to every resident of the town. |
        图书馆向镇上每位居民出借书籍、电影和乐器。 | 图书馆出借书籍。 | ERROR |
        films and musical instruments to every resident of the town ;
    Press the red button to stop the engine, and wait until the wheels no longer turn. |
        按下红色按钮停止发动机，等到车轮不再转动。 | 按下红色按钮停止发动机。 | WARNING |
        wait until the wheels no longer turn ;
    The farmer planted apple trees along the river, where the soil is rich and moist. |
        农夫沿河种了苹果树，那里的土壤肥沃湿润。 | 农夫沿河种了苹果树。 | WARNING |
        where the soil is rich and moist ;
    Prices rose sharply in spring, when frost destroyed most of the coffee harvest in Brazil. |
        春天价格大涨，当时霜冻毁掉了巴西大部分咖啡收成。 | 春天价格大涨。 | ERROR |
        when frost destroyed most of the coffee harvest in Brazil ;
    The teacher read the poem aloud, and the children listened in complete silence. |
        老师朗读了这首诗，孩子们静静地听着。 | 老师朗读了这首诗。 | ERROR |
        children listened in complete silence ;
    You can cancel the order within seven days, provided that the package has not been opened. |
        只要包裹未拆封，您可以在七天内取消订单。 | 您可以在七天内取消订单。 | WARNING |
        provided that the package has not been opened ;
    The dog barked at the postman, chased the neighbor's cat and finally fell asleep under the kitchen table. |
        狗冲着邮递员叫，追邻居的猫，最后在厨房桌子底下睡着了。 | 狗冲着邮递员叫。 | ERROR |
        chased the neighbor's cat and finally fell asleep under the kitchen table ;
    Doctors warn that the drug may cause dizziness, headaches and a dangerous loss of blood pressure. |
        医生警告说，这种药可能引起头晕、头痛和危险的血压下降。 | 医生警告说，这种药可能引起头晕。 | ERROR |
        headaches and a dangerous loss of blood pressure ;
    The bridge was closed for three weeks after inspectors discovered cracks in two of its steel pillars. |
        检查人员在两根钢柱上发现裂缝后，大桥关闭了三周。 | 大桥关闭了三周。 | ERROR |
        after inspectors discovered cracks in two of its steel pillars ;
    The company sold its factories in Poland and Hungary, and moved production to Vietnam last year. |
        公司卖掉了波兰和匈牙利的工厂，去年把生产转移到了越南。 | 公司去年把生产转移到了越南。 | ERROR |
        sold its factories in Poland and Hungary ;
    Store the medicine in a cool, dry place away from sunlight and out of the reach of children. |
        请将药品存放在阴凉干燥、避光且儿童无法触及的地方。 | 请将药品存放在儿童无法触及的地方。 | INFO |
        cool, dry place away from sunlight ;
    The old tower, whose bells were stolen during the war, is now a museum of clocks and watches. |
        这座老塔的钟在战争中被盗，如今它是钟表博物馆。 | 这座老塔如今是钟表博物馆。 | WARNING |
        stolen during the war ;
    She opened the letter with trembling hands, read the first line, and burst into tears. |
        她用颤抖的双手打开信，读了第一行，便放声大哭。 | 她打开了信。 | ERROR |
        trembling hands, read the first line, and burst into tears ;
    The committee rejected the proposal because the budget was too small and the schedule unrealistic. |
        委员会否决了该提案，因为预算太少、日程不切实际。 | 委员会否决了该提案。 | ERROR |
        budget was too small and the schedule unrealistic ;
    Before you install the update, save your documents and close every program that is still running. |
        安装更新之前，请保存文档并关闭所有仍在运行的程序。 | 安装更新之前，请保存文档。 | WARNING |
        close every program that is still running ;
""")
"""English; a whole rendering; one that lacks a clause; how grave that is; the words lost (at least marked)."""

SHORTER = rows("""
    As far as I am concerned, you can do whatever you want to do with it. | 我觉得你随便处理就行。 ;
    Run the command and make sure that it does not return anything other than zero. | 运行该命令，确保返回值为零。 ;
    He kicked the bucket last year. | 他去年去世了。 ;
    The United Nations Educational, Scientific and Cultural Organization was founded in 1945. |
        联合国教科文组织成立于1945年。 ;
    Professor Eleanor Whitcombe-Hargreaves of the University of Wollongong gave the first lecture. |
        伍伦贡大学的埃莉诺·惠特科姆-哈格里夫斯教授作了第一场讲座。 ;
    Once upon a time there was an old woman who lived in a little house at the edge of a great forest. |
        从前，大森林边上的小屋里住着一位老妇人。 ;
    See Table 3 for the full list of the values that can be used here. | 可用值的完整列表见表3。 ;
    If you do not agree to these terms, you may not use the service. | 不同意条款者，不得使用本服务。 ;
    Easy come, easy go. | 来得容易去得快。 ;
    First come, first served. | 先到先得。 ;
    You'll find that it's not as hard as you'd think, once you've got the hang of it. |
        熟练之后，你会发现并没有想象中那么难。 ;
    Please note that this option is only available to those who have already registered. |
        请注意，该选项仅对已注册用户开放。 ;
    The dog, the cat and the mouse are friends; nobody knows why. | 狗、猫和老鼠是朋友，没人知道原因。 ;
    The meeting that was to take place on Monday has been put off until further notice. |
        原定周一的会议延期，时间另行通知。 ;
    Mix flour, sugar and butter until the dough is smooth, then let it rest for an hour. |
        将面粉、糖和黄油揉成光滑的面团，静置一小时。 ;
    Yes. | 是。 ;
    1,250 | 1250 ;
    ... | …… ;
    CDN | CDN ;
""")
"""Condensed, and nothing lost."""

ADDED = rows("""
    The ferry left the harbor at noon. | 渡船中午离开了港口， | 船上载着三百只绵羊、十二头奶牛和一支军乐队。 |
        WARNING ;
    The committee rejected the proposal. | 委员会否决了该提案， |
        因为去年冬天的暴雪压垮了体育馆的屋顶，修缮费用至今没有着落。 | WARNING ;
    She opened the letter. | 她打开了信， | 窗外的樱花树上停着两只喜鹊，邻居家的孩子正在院子里踢足球。 | WARNING ;
    The old tower is now a museum. | 这座老塔如今是博物馆， | 入口处的咖啡馆出售自制蛋糕、明信片和手工蜡烛。 |
        WARNING ;
    The teacher read the poem aloud. | 老师朗读了这首诗， | 校长和十几位家长坐在最后一排，悄悄录下了整堂课。 |
        WARNING ;
    Prices rose sharply in spring. | 春天价格大涨， | 巴西的霜冻毁掉了大部分咖啡收成，越南的港口又连续罢工。 |
        WARNING ;
    The library lends books to every resident. | 图书馆向每位居民出借书籍， |
        地下室的录音棚和三楼的天文台也对学校免费开放。 | WARNING ;
    Save your documents. | 请保存文档， | 关闭正在播放音乐的浏览器窗口，并拔掉打印机和投影仪的电源。 | WARNING ;
""")
"""English, its rendering, and a clause put behind it that renders nothing; how grave that is."""

BEFORE = rows("""
    Press the red button to stop the engine. | 如果冷却液泄漏或仪表盘冒烟，请立即疏散乘客并拨打消防电话 |
        ，按下红色按钮停止发动机。 ;
    All bread was sold before lunch. | 尽管烤箱半夜出了故障，师傅还烫伤了手 | ，所有面包都在午饭前卖完了。 ;
""")
"""English, a clause put before its rendering, and that."""

LONGER = rows("""
    He smiled. | 他微微一笑，没有说什么。 ;
    No comment. | 对此，发言人不予置评。 ;
    It rained cats and dogs. | 大雨倾盆，下个不停。 ;
    Jupiter is the largest planet. | 木星（Jupiter）是最大的行星。 ;
    The summit was held in Nuuk. | 峰会在格陵兰首府努克举行。 ;
    Time flies. | 光阴似箭，日月如梭。 ;
    Click Save. | 点击“保存”按钮即可。 ;
    Dr. Liu runs the clinic. | 刘医生负责管理这家诊所。 ;
    The recipe is simple. | 这道菜的做法很简单。 ;
    Birds of a feather flock together. | 物以类聚，人以群分。 ;
    12:30 | 下午十二点半 ;
    OK | 好的 ;
""")
"""Spelled out, and nothing added."""
