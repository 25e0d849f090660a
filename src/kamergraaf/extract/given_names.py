"""Given names common in the Netherlands; what follows one in a text is most likely a person.

Chosen by hand from names of several origins that have been common for decades. Names that are also
Dutch words, months or places ("Roos", "Mei", "Florence") are left out.
"""

from __future__ import annotations

GIVEN: frozenset[str] = frozenset(
    """
    aad abdel abdelhak abdelkader abdelkarim abdellah abdul abdullah abdullahi achmed achraf
    adam adnan adri adriaan afshin agnes ahmad ahmed ahmet aicha aisha alain albert alexander
    alexandra ali alice alie amal amber amina amir amira amy ana anas andrea andreas andries
    angela angelina anita anja anke ann anna anne annelies annemarie annemiek annette annie
    anouar anouk anton antonio arend arie arjan arjen arno arnold arnoud arthur astrid aya
    ayman ayoub ayse aziz bart bas bashir bastiaan ben benjamin bennie bernard bert betty
    bianca bilal björn bob boris bouchra boudewijn brahim bram brenda brigitte bülent carel
    carla carlo carlos carmen carolien caroline casper cees celine chantal charlotte chris
    christa christiaan christina christine cindy claudia coen conny cor cornelis cynthia daan
    daniel danielle danny daphne david debbie dennis diana dick diederik dilan dimitri dirk
    dolf dominique dorien edith eduard edward edwin eefje elisabeth elise elke ellen els elsa
    emiel emine emma emre erdal eric erica erik erika ernst esmee esther eva evelien evelyn
    evert fadil fadoua farah farid farida faris fatiha fatima fatma feike femke ferdinand
    ferry fleur floor frank frans fred frederik freek frits gerard gerben gerda gerrit gert
    gijs gonda greet guido guus gökhan gülsen hakan hakim halima hamid hamza hanna hannah
    hanneke hans harm harrie harry hasan hassan hatice hedwig heleen helena hendrik henk henny
    henri hesham hilde hind hubert hugo hussein hüseyin ibrahim ibtihal ibtissam ikram ilham
    ilse imane imran ineke inge ingrid irene iris irma isabel ismail issam ivo jaap jacco jack
    jacob jacqueline jaimie jamal jamila jan janine janneke jannes jasmijn jasper jayden
    jeanette jeffrey jelle jeroen jesse jessica jet jo joan job jochem johan johanna john
    johnny jolanda jonas jonathan joost joris joseph josephine josé joyce judith juliette
    jurgen justin kamal karel karen karim karima karin kees kelly kemal kevin khadija khaled
    khalid kim klaas klaus koen koos laila lara latifa laura leendert lena leo leon levi lex
    lianne lida lieke lies liesbeth linda lisa lisanne loes lotte louis louise luc lucas lucia
    luuk lydia maaike maarten machteld madelon mahmoud mahmut malika manon marc marcel marco
    margreet margriet maria mariam marian marianne marieke marielle marijke marina marion
    marit mark marleen marloes martijn martin martine mary maryam mathijs maud maurice maurits
    max mehmet meike melanie melissa melle menno merel meryem mia michael michel michelle
    mieke miguel mike milou miranda mirjam mo moesa mohamed mohammad mohammed monique mounir
    mourad mourat murat mustafa myrthe nadia nadine naima najib nancy naomi natalie natasja
    nathalie nazim nick nicole niels nienke nina noa noor nora nordin noureddine olaf olga
    omar orhan oscar osman otto pascal patricia patrick paul paula pauline peter petra philip
    piet pieter pim rachel rachid rachida ralph ramon ramona raymond rebecca redouan reinier
    remco renate renske rené ria rianne richard rick ridouan riet rik rob robert robin roel
    roelof roger roland ronald ronnie ruben ruud said saida saleh salim salma sam samantha
    samir samira sandra sanne sara sarah saskia saïd saïda sebastiaan selim selma serdar
    sharon siham silvia simon simone sjaak sjoerd sofia sofian sofie soraya stan stefan
    stefanie stephan steven sultan susan suzanne sven sylvia tamara tarik thea theo thijs
    thomas tim timo tineke tjeerd tom tommy ton tony trudy tugba umar ursula veronique victor
    vincent walter wendy wesley wessel wilhelmina willem wilma wim wouter xander yasin yasmin
    yasmina yassin yassine younes youri youssef yusuf yvette yvonne zahra zakaria zeynep zineb
    zoë
    """.split()
)
