const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** After these a name follows, whatever it is: "Mr", "Mme", "Pak", "chị", "জনাব", "السيد". Compared in lower case. */
export const titles =
  setOf(`mr mrs ms mx dr prof mme mlle monsieur madame mademoiselle sr sra srta señor señora señorita don doña dona senhor senhora seu sir
pak bapak bu ibu mbak mas bang haji hajah ustaz cik encik puan tuan anh chị ông bà cô chú bác em bay bayan md mst mohd shri smt sheikh
श्री श्रीमती सुश्री डॉ कुमारी मो जनाब জনাব জনাবা মোঃ মো মোছাঃ মোসাঃ মিসেস ডা শ্রীমতী جناب محترمہ محترم مسمی مسماة مسماۃ میاں السيد السيدة الآنسة الأستاذ الأستاذة الحاج الحاجة السيّد السيّدة سيد سيدة`);
/** Titles that are words of their own in small letters ("don", "mas", "em", "bay"): a name follows only if it is capitalised. All titles of Latin script do so. */

/** People by their work: what follows with a capital, or is a known name, is a name. */
export const roles =
  setOf(`worker employee operator supervisor foreman forewoman colleague guard manager recruiter tailor cutter sewer packer helper driver cook cleaner witness victim
complainant interviewee respondent migrant agent broker contractor labourer loader welder nurse director owner captain chief inspector auditor informant whistleblower brother sister husband wife son daughter cousin mother father uncle friend
ouvrier ouvrière salarié salariée employé employée travailleur travailleuse contremaître contremaîtresse superviseur superviseure collègue gardien témoin chef cheffe directeur directrice intérimaire recruteur opérateur opératrice épouse mari soeur frère couturière couturier
trabajador trabajadora empleado empleada operario operaria obrero obrera capataz compañero compañera supervisora gerente jefe jefa guardia testigo encargado encargada reclutador reclutadora esposa esposo hermana hermano costurera costurero jornalero jornalera
trabalhador trabalhadora empregado empregada funcionário funcionária operário operária colega supervisor encarregado encarregada chefe testemunha recrutador irmã irmão costureira costureiro motorista
pekerja karyawan karyawati buruh mandor pengawas satpam saksi manajer penyelia operator rekan sopir agen kakak adik istri suami saudari saudara
işçi işçisi çalışan çalışanı usta ustabaşı müdür müdürü şef amir tanık bekçi arkadaşı operatör kardeşi eşi formen vardiya
मज़दूर मजदूर श्रमिक कर्मचारी कामगार सुपरवाइज़र सुपरवाइजर मैनेजर ठेकेदार ऑपरेटर गार्ड साथी दर्ज़ी हेल्पर बहन भाई पत्नी पति
শ্রমিক কর্মী কর্মচারী সুপারভাইজার ম্যানেজার ঠিকাদার অপারেটর প্রহরী সহকর্মী হেলপার লাইনচিফ বোন ভাই স্ত্রী স্বামী
مزدور ملازم ملازمہ کارکن سپروائزر منیجر ٹھیکیدار آپریٹر ساتھی ہیلپر بہن بھائی بیوی شوہر
العامل العاملة عامل عاملة الموظف الموظفة موظف موظفة المشرف المشرفة مشرف المدير الزميل الزميلة زميلي زميلتي الشاهد السائق الحارس المقاول أخي أختي زوجته زوجها`);

export const doubleRoles: ReadonlySet<string> = new Set(
  'công nhân,nhân viên,tổ trưởng,chuyền trưởng,quản đốc,bảo vệ,quản lý,đồng nghiệp,thợ may,nạn nhân,giám đốc,môi giới,nhân chứng,người lao,kepala regu,kepala bagian,team leader,line chief,labour agent,chef d,agent de'.split(
    ',',
  ),
);

/** Verbs and participles that a name follows: "named", "called", "se llama", "يدعى". */
export const naming =
  setOf(`named called nicknamed nommé nommée appelé appelée prénommé prénommée surnommé llamado llamada apodado apodada nombrado chamado chamada apelidado
bernama dipanggil tên adlı isimli اسمه اسمها يدعى تدعى المدعو المدعوة المدعوّ واسمه واسمها نامك`);
/** The word "name": a name follows after "is" or a colon. */
export const nameWords = setOf('name names nom prénom nombre nome nama namanya tên adı ismi adim नाम নাম نام اسم الاسم');
export const nameLinks = setOf('is as was est es é era adalah ialah là हैं है হল হলো ہے هو هي full');
/** Two words that lead to a name: "se llama", "s'appelle", "se chama". */
export const namingVerbs = setOf('llama llaman appelle appellent chama chamam llamaba');
/** Cues that follow a name, in languages that place them there: "X नाम का", "X নামের", "X نامی", "X Hanım", "X adlı". */
export const namedAfter = setOf('नामक নামের নামে نامی adlı isimli');
export const titlesAfter = setOf('bey hanım usta efendi जी साहब সাহেব আপা আপু ভাই صاحب صاحبہ بھائی');

/** Speech: what says, tells or signs is a person when it bears a capital and is no known word. */
export const speech = setOf(`said says explained complained testified resigned fled cried whispered raconte explique déclare affirme
dijo explicó contó afirmó declaró disse contou explicou afirmou relatou berkata mengatakan menjelaskan bercerita mengaku söyledi anlattı dedi belirtti kể`);

/** Small words within a name. */
export const particles = setOf(
  'de da do dos das del de-la la las los van von bin binti bint binte bte al el ibn ben ould ul ur y e du des d l a',
);
/** Parts of names that make the words around them a name. */
export const nameParts = setOf(
  'bin binti bint binte bte begum khatun akter devi kumari kaur bibi thị văn uddin বেগম খাতুন আক্তার উদ্দিন देवी कुमारी बेगम खातून بی‌بی بن بنت عبد أبو أم',
);
