/// How a chronicle tells the years of a country that never was, and how a reader comments on it.
enum ChronicleGrammar {
    /// The rules.
    static let grammar = Grammar(sentences, comments, words)

    private static let sentences = """
        spring:
        {lord}會{lord}于{place}，盟于{place}之上，{outcome}。
        {lord}城{place}，役夫{number}，{people}{feel}。
        {omen}，{lord}命{officer}{person}{rite}於{shrine}。
        {officer}{person}如{state}，{state}人{treat}。
        {lord}田于{place}，獲{beast}，{person}諫曰：「{advice}。」
        {state}人來{gift}，{lord}受之于{hall}，{outcome}。
        {person}為{officer}，開{place}之渠，溉田{number}頃。
        大饑，{people}食{food}，{officer}發{place}之粟以濟之。
        {lord}立{person}為{officer}，{person}三辭而後受。
        {state}使{person}來聘，獻{treasure}，{lord}答以{treasure}。
        summer:
        {state}師伐{place}，{person}禦之，{battle}。
        大水，{place}之堤潰，漂{number}家，{lord}{repent}。
        {person}築臺於{place}，{number}日而成，{people}{feel}。
        {lord}與{person}飲於{hall}，醉而失其{treasure}，{outcome}。
        {person}奔{state}，{state}人館之於{place}，{treat}。
        蝗自{place}來，蔽日，{officer}{person}{rite}以禳之。
        {omen}，太史{person}占之曰：「{oracle}。」
        {lord}疾，召{person}屬以國事，曰：「{advice}。」
        {people}訟於{hall}，{officer}{person}聽之，{verdict}。
        {place}大雨雹，殺{beast}，{people}{feel}。
        {person}治{place}三年，道無{bad}，{people}歌之。
        autumn:
        {lord}帥師及{state}人戰於{place}，{battle}。
        {officer}{person}卒，{lord}哭之於{hall}，{treat}。
        {state}圍{place}，{number}日不克，食{food}而退。
        {person}獻策曰：「{advice}。」{lord}從之，{outcome}。
        穀大熟，斗粟{number}錢，{people}{feel}。
        {place}有{beast}入于市，{person}射之，{outcome}。
        {lord}嫁女于{state}，以{treasure}為媵，{person}送之。
        {person}與{person}爭田於{place}，{officer}{verdict}。
        {state}大夫{person}來奔，{lord}與之{place}，{people}{feel}。
        {lord}閱兵于{place}，車{number}乘，{outcome}。
        {person}竊{treasure}，亡入{place}之山，{officer}索之{number}日。
        winter:
        {lord}{rite}于{shrine}，{person}相禮，{outcome}。
        {state}人歸{treasure}於我，{lord}{repent}。
        雪深{number}尺，{place}道絕，{people}食{food}。
        {person}諫{lord}毋{bad}，弗聽，{person}退耕於{place}。
        {lord}葬{person}于{place}，{treat}。
        {officer}{person}作{code}，刻於{hall}之柱，{people}{feel}。
        {state}乞糴于我，{person}曰：「{advice}。」乃與之粟{number}斛。
        {place}火，{hall}災，{lord}{repent}。
        {person}弒其君于{hall}，{state}亂，{battle}。
        {omen}，{people}相驚，{officer}{person}閉{place}之門{number}日。
        {lord}薨，{person}立，尚幼，{officer}{person}攝政。
        盜起{place}，掠{treasure}，{officer}{person}平之。
        """

    private static let comments = """
        comment:
        {place}，今在{state}東境，{ruin}猶存。
        {person}，{state}人也，本{trade}之子，以{merit}聞。
        此事他本作「{other}」，未知孰是。
        {officer}之職，掌{charge}，{state}謂之{oldname}。
        按舊記，{person}時年{number}，與此不合。
        {treasure}者，{state}之重寶也，或云{person}所造。
        俗傳{person}{legend}，殆不足信。
        書{other}者，譏其{bad}也。
        {beast}見於{place}，前此未有，故書。
        {shrine}在{hall}之北，{person}嘗修之。
        ruin: 壘址|斷碑|古井|石柱|廢橋|殘垣|土臺|水門
        trade: 漁人|陶工|鹽商|牧豎|織婦|卜者|鐵匠|舟子|樵夫|庖丁
        merit: 勇力|善射|孝謹|多智|廉直|口辯|通律|知水
        other: 入|克|如|次|歸|圍|城|取|盟于野|師還|遂行|不至
        charge: 山澤之禁|車馬之數|祭器|刑書|市價|賓客|河渠|倉廩|輿圖|門鑰
        oldname: 司衡|典水|掌牧|守藏|平準|都料|行人|校書
        legend: 化為鶴|夜見神人|能呼風|不食而壽|與龍鬥|墮井不死|三日復生|手植巨木
        """

    private static let words = """
        lord: 公|君|穆公|昭侯|宣公|成君|懷侯|平公|莊君|襄侯|惠公|靖侯|哀君|景公|文君|厲侯
        place: 桑原|棘丘|石門|渭陽口|柏舉亭|青泥|白沙渡|鹿臺山|蒲津|梅谷|鐵嶺下|葭澤|雁門塢|曲水|黃池北
        陶丘|赤岸|雲夢西|銅鞮|松關|竹邑|龍尾坡|鹽坂|霜野|榆塞|井陘南|蘆中|羊腸道|三戶津|翠屏
        state: 虞方|樗國|東葛|鄀侯國|南蓼|狄道|北邢|渠丘國|西鄘|沬國|歸戎|汶上國|瀨國|灌氏|有緡|鬲國
        officer: 司徒|司馬|太宰|大夫|左史|右相|虞人|校尉|令尹|行人|司寇|太祝|工正|馬正|水官|市令
        person: {house}{given}
        house: 公孫|東里|葛|嬴丘|南榮|酈|伯車|段干|閭|墨臺|裘|長狄|屈門|微生|榆|漆雕|鄢|羊角|斟|壺丘|宿|竹氏|籛|青陽
        given: 羽|豹|仲言|無恙|息|黃|奭|推|樂|偃|曠之|起|牙|括|督|石|叔|臣|夙|犨|簡|軫|毛|會|岸|摶|丙|趯|齊|靡|寅|躒
        people: 國人|野人|百工|邑人|父老|士庶|商賈|役徒|鄉人|群吏|婦孺|漁樵
        feel: 怨之|悅|大和|相泣|作歌以刺|不敢言|皆服|莫知其故|遂安|爭附|竊議|負擔而逃
        outcome: 禮也|非禮也|諸侯聞而賀|自是不復往來|國以富強|君子譏焉|未幾而敗|遂為常法|左右皆諫
        於是乎盟始堅|史官直書之|三軍失色|其後果驗|兩國罷兵|百官就列|賜帛有差
        omen: 日有食之|有星孛于北斗|地震三日|雨血|桃李冬華|井水沸|鼓自鳴|白虹貫日|兩月並見|石言于野|河清
        鵲巢于車|晝晦|赤氣如龍|枯木復生|雷震于廟
        rite: 禱|大雩|告朔|薦新|釁鐘|祓除|望祭|用牲|獻俘|設壇
        shrine: 太廟|先農之壇|河神祠|社稷|高禖|山川之祀|武宮|五帝畤
        beast: 白鹿|玄豹|兩頭蛇|赤狐|巨黿|野彘|一角獸|蒼鷹|大魚|飛鼯|牛馬|鸛
        gift: 獻馬|歸賵|納幣|致胙|請成|告糴|假道|乞師|質子|獻圖
        hall: 路寢|東宮|明堂|泮宮|高臺|南門|章華之室|靈囿|虎圈|外朝|西觀|別館
        food: 草根|榆皮|橡實|蓬子|馬革|鳥鼠|藜藿|螺蚌
        treasure: 玉璧|寶鼎|編鐘|文馬|犀甲|夜光珠|繡衣|大弓|龜書|金印|象牙|良劍|琴瑟|丹砂
        number: 三百|四十有二|七千|五|十有九|二萬|六十|百有八|九|千二百|三十有六|八十|十二|五百|二十有七
        treat: 禮之甚厚|囚於深室|賜田百畝|不為設席|三月不見|飲以醇酒|使為上卿|厚葬之|謚曰貞|賻以車馬|郊迎三舍
        battle: 敗績|大捷|獲其{treasure}而還|俘{number}人|兩軍皆退|夜襲破之|矢盡援絕|火其糧|盟而罷|乘勝逐北{number}里
        repent: 素服避殿|減膳{number}日|下詔罪己|免{officer}官|徹樂|出{treasure}以賑|大赦|問於{person}
        advice: 遠交而近守|兵者不祥|信不可失也|民飢而君樂，危矣|與其得{place}，不如得人|貪小利者失大國|勿以{bad}易{treasure}
        先修{code}而後用兵|水潤下而民歸之|毋奪農時|寬則得眾|聽一人而廢百言，殆哉|唇亡而齒寒|欲速則敗
        oracle: 其國有喪|三年必兵|利見大人|亡者復歸|女主用事|其咎在{officer}|河將徙|宜遷於{place}|歲在{place}，吉
        verdict: 各與其半|罰{treasure}|兩釋之|刖其一人|歸田於民|不能決，以聞於君|皆曰平|徙之{place}
        bad: 淫刑|厚斂|遊獵|聚盜|讒言|私鬥|奢侈|拾遺之人|欺詐|酗酒
        code: 田律|市法|車制|刑鼎|樂章|水令|戶版|軍志
        """
}
