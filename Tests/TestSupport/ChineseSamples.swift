/// Sentences of our own, and seeded samples made of them.
package enum ChineseSamples {
    package static let simplified = [
        "今年以来，在市委、市政府的坚强领导下，全市上下团结一心，各项工作取得了新的进展。",
        "我们要坚持以人民为中心的发展思想，把群众满意作为检验工作的第一标准。",
        "会议指出，要进一步优化营商环境，激发市场主体活力，推动经济高质量发展。",
        "乡村振兴的关键在人，要培养一批懂农业、爱农村、爱农民的干部队伍。",
        "请各单位于6月30日前将自查报告（一式3份）报送至综合科，联系电话：0571-88886666。",
        "截至9月底，累计完成投资12.6亿元，同比增长8.3%，新增就业4.2万人。",
        "小张每天早上七点出门，沿着河边的小路走到学校，路上能听见喜鹊叫。",
        "外婆把腌好的萝卜切成细丝，撒上芝麻和香油，端到桌子上。",
        "安装完成后运行install.sh，检查版本号是否为2.4.1，再重启nginx服务。",
        "纪检监察机关要聚焦主责主业，强化监督执纪问责，持续纠治形式主义、官僚主义。",
        "“绿水青山就是金山银山”的理念深入人心，生态环境质量持续改善。",
        "同志们，让我们以更加饱满的热情、更加务实的作风，投入到新的工作中去！",
        "参加人员：陈建国、李秀英、王志强、赵敏、孙丽华、周杰、吴磊。",
        "第三季度销售部的目标是把客户满意度提高到95%以上。",
        "雨下了整整一夜，屋檐下的水缸满了，院子里的石榴花落了一地。",
        "根据《中华人民共和国招标投标法》有关规定，现将评标结果公示如下。",
        "老师说：做学问要耐得住寂寞，不要急着发表文章。",
        "本品每片含对乙酰氨基酚0.5g，成人一次1片，24小时内不超过4次。",
        "朱镕基、陶喆、张堃、李赟、王祎、刘晔、钱锺书等人的名字含有少见的字。",
        "球队在最后三分钟连入两球，以3比2逆转取胜，球迷欢呼雀跃。",
    ]

    package static let traditional = [
        "今年以來，在市政府的領導之下，全市上下團結一心，各項工作都有了新的進展。",
        "我們要把民眾的滿意當作檢驗工作的第一標準，不斷改善服務的品質。",
        "會議指出，要進一步改善投資環境，讓企業願意留下來，讓年輕人找得到工作。",
        "小張每天早上七點出門，沿著河邊的小路走到學校，路上聽得見喜鵲的叫聲。",
        "外婆把醃好的蘿蔔切成細絲，撒上芝麻和香油，端到桌子上來。",
        "請各單位於六月三十日以前將報告送交秘書處，電話是02-23456789。",
        "雨下了整整一夜，屋簷下的水缸滿了，院子裡的石榴花落了一地。",
        "老師說，做學問要耐得住寂寞，不要急著發表文章，也不要怕別人批評。",
        "球隊在最後三分鐘連進兩球，以三比二逆轉獲勝，球迷都跳了起來。",
        "這本書寫的是一個漁村三代人的故事，語言樸素，讀來令人感動。",
        "安裝完成後請檢查版本是否為2.4.1，然後重新啟動伺服器。",
        "立法院昨天三讀通過修正案，自明年一月一日起施行。",
    ]

    package static let surnames = Array("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕")
    package static let givenNames = Array("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀英华平刚桂兰玲飞鹏辉红霞建国志梅")

    /// Whole sentences, pieces of four characters and more, names, and texts of many sentences.
    package static func samples(of sentences: [String], shortest: Int, count: Int, seed: UInt64)
        -> [String]
    {
        var random = SplitMix64(seed: seed)
        var samples = sentences
        while samples.count < count {
            let sentence = Array(sentences[Int.random(in: sentences.indices, using: &random)])
            switch samples.count % 4 {
            case 0:
                let length = Int.random(in: 2...40, using: &random)
                samples.append(
                    (0..<length).map { _ in sentences.randomElement(using: &random) ?? "" }
                        .joined(separator: "\r\n")
                )
            case 1:
                let start = Int.random(in: 0...(sentence.count - shortest), using: &random)
                let length = Int.random(in: shortest...(sentence.count - start), using: &random)
                samples.append(String(sentence[start..<start + length]))
            default:
                let start = Int.random(in: 0...(sentence.count - shortest), using: &random)
                samples.append(String(sentence[start..<start + shortest]))
            }
        }
        return samples
    }

    /// Lists of names, a script's hardest case: no word of grammar stands in them.
    package static func names(count: Int, seed: UInt64) -> [String] {
        var random = SplitMix64(seed: seed)
        return (0..<count)
            .map { _ in
                (0..<Int.random(in: 2...40, using: &random))
                    .map { _ in
                        let surname = surnames.randomElement(using: &random).map(String.init) ?? ""
                        let given = (0..<2)
                            .map { _ in
                                givenNames.randomElement(using: &random).map(String.init) ?? ""
                            }
                        return surname + given.joined()
                    }
                    .joined(separator: ["、", " ", "\n"][Int.random(in: 0..<3, using: &random)])
            }
    }
}
