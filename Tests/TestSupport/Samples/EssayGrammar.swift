/// How students write about speaking to the public; all of it made up for the tests.
enum EssayGrammar {
    /// What a paragraph may be about, in the order of an essay.
    static let parts = ["opening", "story", "reason", "method", "doubt", "closing"]

    /// The rules.
    static let grammar = Grammar(sentences, more, words)

    private static let words = """
        people: {peo}|{adj} {crowd}|{peo} from {town}|{peo} and {peo}|{adj} {crowd} from {town}|{peo} of {town}
        place: {pla}|{pla} in {town}|{pla} {when}|{pla} by {town}|{pla} {when}|{pla} beyond {town}
        topic: {top}|{top} and {top}|{top} in {town}|{top} near {town}|{top} {when}
        thing: {thi}|{thi} from {town}|{thi} and {thi}|{thi} from {pla}|{thi} {when}
        person: {per}|{per} from {town}|{per} {name}|{per} {name}|{per} {name}
        virtue: {vir}|{vir} and {vir}|{vir} in {pla}|{vir} {when}|{vir} for {peo}|{vir} without {vir}
        crowd: parents|voters|commuters|shopkeepers|volunteers|tourists|sailors|hockey fans|beekeepers|pupils
        apprentices|firefighters|gardeners|cyclists|bell-ringers|porters|weavers|millers|anglers|clerks
        adj: weary|cheerful|sceptical|muddy|polite|sleepy|noisy|patient|sunburnt|doubtful|generous|wary|hungry
        town: Aldermere|Brackenford|Cobwell|Dunmarsh|Eastry|Fernhollow|Gullhaven|Harrowby|Inchwood|Juniper Bay
        Kestrel Point|Lowmoor|Mossbridge|Netherby|Oxlade|Pellham|Quarry Hill|Ravensea|Saltcote|Thornby
        when: at dusk|after dark|before noon|in the rain|at closing time|on a Sunday|in July|in the first frost
        at midnight|during recess|in the heat|after the flood|between trains|on market day
        name: Ottoline|Bram|Cordelia|Ephraim|Gwendal|Hesper|Ignatz|Jorun|Kasimir|Leonora|Mungo|Nerys|Osric
        time: last autumn|in the second week of term|on a wet Thursday|three summers ago|before the winter break
        at the age of nine|one evening in May|during harvest week|the year we moved|shortly after lunch
        on the first day of spring|late one night|in eighth grade|over the long weekend|half a year ago
        per: my aunt|our debate coach|the librarian|a retired bus driver|my older cousin|the choir leader
        our neighbour|a visiting farmer|the school nurse|my chess partner|the mayor's clerk|a shy classmate
        my grandfather|the drama teacher|a radio host|our swimming trainer|the new principal|a street vendor
        peo: strangers|parents|young voters|the back row|tired commuters|first graders|the town council
        shopkeepers|volunteers|the jury|curious tourists|farm workers|old sailors|nurses on a break|newcomers
        hockey fans|the whole choir|beekeepers|apprentices|impatient twins|firefighters
        pla: the village hall|a crowded gym|the museum steps|our kitchen|the ferry dock|an empty theatre
        the county fair|a church basement|the bus depot|a noisy canteen|the public pool|a leaking tent
        the town library|the train platform|a barn near the river|the rooftop garden|a courtroom|the bakery
        top: clean water|school lunches|night buses|bees and orchards|lost bicycles|paper ballots|old bridges
        street lamps|reading aloud|honest budgets|folk songs|flood walls|the price of bread|sign language
        winter coats|wild geese|safe crossings|seed banks|noise at night|public benches
        feel: nervous|strangely calm|proud|foolish|wide awake|cold with fear|grateful|stubborn|lonely|curious
        lighter than before|out of breath|quietly angry|hopeful|ashamed|ten feet tall|dizzy|relieved
        body: my knees|my voice|both hands|my stomach|my throat|my left foot|my jaw|my ears|my shoulders|my eyelids
        like: a kite in a storm|wet cement|a borrowed coat|a ladder without rungs|warm bread|a rusty hinge
        a bridge of rope|thin ice|an unlit stove|a map without names|the tide|a stone in a shoe|loose gravel
        a lamp in fog|a half-tuned fiddle|the smell of rain|a bucket with holes|a well-kept tool|fresh snow
        vir: patience|courage|honesty|good timing|humour|silence|clarity|kindness|practice|respect|doubt
        modesty|attention|plain language|rhythm|curiosity|care|trust|memory|listening
        thi: a cue card|a cracked microphone|two glasses of water|a hand-drawn chart|my father's watch
        a wooden crate|a borrowed blazer|an old flashlight|a loud clock|three pages of notes|a paper crown
        a broken slide|a bag of apples|a tin whistle|a long list|a faded photograph|a box of chalk
        do: look up|slow down|count to four|begin with a question|leave out numbers|tell one story|breathe first
        stand still|mean every word|cut the third page|ask for help|thank someone|repeat the point
        name the problem|wait for silence|drop the script|use short words|finish early|smile once
        wrong: rushing|reading from a screen|hiding behind jokes|shouting|big words|pretending to know
        staring at the floor|endless thanks|borrowed phrases|a weak ending|talking too long|blaming others
        mumbling|skipping the facts|false modesty|showing off|ignoring the clock|empty promises
        count: seven minutes|a dozen faces|forty chairs|two short lines|six weeks|nine tries|a hundred steps
        one clear sentence|three mistakes|five quiet seconds|eleven questions|twenty small nods
        did: trembled|went dry|forgot its job|felt heavy|would not move|shook hard|turned to stone|gave way
        hummed|burned|went numb|betrayed me|settled at last|behaved well
        link: So|Still|Because of that|Since then|Even so|In the end|For this reason|Looking back|Oddly enough
        All the same|To be fair|Little by little|Strange to say|Now and then|After all
        say: I believe|I would argue|it seems to me|I have learned|I suspect|I am certain|experience tells me
        my notes say|I keep thinking|I now see|nobody told me|it turns out|I must admit
        """

    private static let sentences = """
        opening:
        {time}, I had to speak about {topic} in front of {people}.
        When {person} asked me to talk to {people}, {body} {did}.
        There is {thing} on my desk, and it reminds me of {place}.
        {link}, {say} that {virtue} matters more than {thing}.
        Few moments felt as strange as {count} before {people} in {place}.
        {person} once compared a speech to {like}, and {say} that was fair.
        Everybody in {place} was {feel}, and I was {feel} too.
        My first talk, on {topic}, lasted {count} and felt like {like}.
        Ask {people} what they fear, and {topic} will not be on the list.
        Some are born with {virtue}; I came with {thing} and {virtue}.
        {say} that a speech on {topic} begins with {virtue}.
        I used to be {feel} whenever {people} filled {place}.
        Long before {place}, there was {person} and a talk on {topic}.
        Words about {topic} can feel like {like} when {people} listen.
        Between {virtue} and {virtue} lies {count} of hard work.
        Nothing in {place} prepared me for {people} and {thing}.
        story:
        {time}, {person} handed me {thing} and told me to {do}.
        I walked into {place} with {thing}, and {body} {did}.
        {people} came for {topic}, but stayed for {count}.
        Halfway through, {thing} fell, and {people} laughed at once.
        {person} sat in {place} with {thing} and looked {feel}.
        I had planned {count} on {topic}; {person} gave me less.
        The lights of {place} went out, so I had to {do}.
        {link}, {person} whispered that I should {do}, and {body} {did}.
        Someone near {thing} asked about {topic}, and I felt {feel}.
        For {count} nobody moved; it was like {like}.
        Then {people} began to nod, and {body} {did}.
        I remember {thing}, the smell of {place}, and {count}.
        When it was over, {person} said {virtue} had won.
        {time}, the same {topic} talk failed in {place}.
        We rehearsed in {place} until {person} was {feel}.
        I left {place} {feel}, and {person} bought me soup.
        A child held {thing} and asked why {topic} should matter.
        {person} timed me: {count}, and not a word on {topic}.
        reason:
        {link}, {people} do not need {wrong}; they need {virtue}.
        {say} that {virtue} without {virtue} is {like}.
        A speaker who can {do} will reach {people} sooner.
        Facts on {topic} are {like} unless you {do}.
        {virtue} works because {people} can tell when you are {feel}.
        {wrong} may please {people}, yet it costs you {virtue}.
        The reason is simple: {topic} is close to {people}.
        If {people} are {feel}, no {thing} will save the talk.
        Good speakers borrow {virtue} from {person} and give it back.
        {say} that {people} forgive {wrong} but not {wrong}.
        In {place}, {virtue} is worth {count} of facts.
        {topic} may sound dull until {person} tells you about it.
        Between {people} and me stood {thing}, not {topic}.
        A room such as {place} changes how {virtue} sounds.
        {link}, the louder the voice, the less {virtue} it carries.
        {people} want to hear {count}, not {wrong}.
        Democracy in {place} runs on {virtue} and {topic}.
        """

    private static let more = """
        method:
        First I {do} in my head, then I {do} aloud.
        {person} taught me to {do} before saying {count}.
        My rule is to {do}, and never to fear {thing}.
        I practise in {place} with {thing} as my only listener.
        To avoid {wrong}, I {do} and keep {count} ready.
        When {body} {did}, the cure was to {do}.
        I write {count} on {topic} and throw half away.
        {link}, {thing} helps me to {do}.
        Before {people} arrive, I stand in {place} and {do}.
        {say} that you should {do} when {people} look {feel}.
        A talk on {topic} needs {count} and some {virtue}.
        Instead of {wrong}, try {virtue} and {thing}.
        I ask {person} to stop me when I fall into {wrong}.
        {virtue} can be trained like {like}, step by step.
        In week two I learned to {do}, in week three to {do}.
        Record {count}, then let {person} hear it in {place}.
        doubt:
        {link}, not everyone who can {do} has {virtue}.
        {person} disagrees and calls my {topic} talk {like}.
        Is {virtue} enough for {people}? {say} it is not.
        Some of {people} were {feel}, and with good cause.
        {wrong} is a habit that I have not lost since {place}.
        There are days when {body} {did} and {virtue} was gone.
        {say} that {topic} should get more than {count}.
        Perhaps {people} would rather have {thing} than {topic}.
        I still catch myself at {wrong} when {person} is near.
        What if {virtue} is only {like}?
        On {topic} I have been wrong for {count} and more.
        {people} once booed in {place}, and {person} stayed {feel}.
        The cost of {virtue} is {count} without {thing}.
        {link}, a talk in {place} cannot mend {topic}.
        My worst speech had {virtue}, {thing}, and no point.
        {person} says that fear is {like}; I find it {feel}.
        closing:
        {link}, {say} that I will {do} and trust {people}.
        Next time in {place}, I hope to {do} and be {feel}.
        What stays with me is {thing} and the face of {person}.
        If you must talk on {topic}, {do} and bring {thing}.
        {virtue} first, {virtue} second, and {thing} last.
        One day {people} may ask me back to {place}.
        A speech ends, but {virtue} goes on like {like}.
        I owe {person} {count}, and perhaps {thing} as well.
        To speak to {people} is to {do} with {virtue}.
        {place} is quiet now, and I am {feel}.
        {link}, the door to {place} stands open.
        Give me {count} and {topic}, and I will {do}.
        quoting:
        {time}, {person} read Quennell to {people}:
        On {thing} I copied this from Quennell:
        Quennell, whom {person} gave me, says:
        In {place}, Quennell once put it so:
        About {topic}, one line of Quennell helps:
        """
}
