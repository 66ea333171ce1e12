/*
 * Words that say what a number is, in twelve languages, as parts of regular expressions (no capturing groups). Letters that follow directly are allowed where a
 * language puts its endings there.
 */
const any = (...lists: string[]): string => `(?:${lists.join('|')})`;
const ends = '(?![\\p{L}\\p{M}])';
const latin = (list: string): string => `(?:${list})${ends}`;

export const phoneCue = any(
  latin(
    `tel|tél|phone|phones|telephone|mobile|cell|cellphone|call|called|whatsapp|wechat|viber|telegram|imo|hotline of|contact|contacts|reach|reached|text|sms|ring|dial`,
  ),
  latin(
    `téléphone|portable|numéro de téléphone|joindre|joignable|appeler|appelle|appelez|teléfono|tfno|celular|cel|móvil|llamar|llámame|llamarla|llamarlo|llame|telefone|telemóvel|ligar|zap|fone|contato|contacto`,
  ),
  latin(
    `điện thoại|đt|sđt|sdt|gọi|zalo|di động|telepon|telp|hp|ponsel|hubungi|dihubungi|nomor wa|wa|telefon|telefonu|cep|gsm|arayın|aradı|numarası|numaram|numarasından`,
  ),
  '电话|手机|联系方式|微信|拨打|致电|联系',
  'ফোন|মোবাইল|বিকাশ|নগদ নম্বর|হোয়াটসঅ্যাপ|হোয়াটসঅ্যাপ|ফ়ोन|फ़ोन|फोन|मोबाइल|व्हाट्सएप|व्हाट्सऐप|فون|موبائل|موبایل|واٹس ایپ|رابطہ|هاتف|هاتفه|هاتفها|الهاتف|جوال|جواله|موبايل|محمول|واتساب|اتصل|اتصلت|الاتصال|رقمها|رقمه|رقمي',
);
export const documentCue = any(
  latin(
    `passport|passports|id|ids|identity card|identity|identification|national id|nid|cnic|aadhaar|aadhar|pan|nrc|iqama|visa|work permit|permit|residence permit|social security|ssn|birth certificate|driving licence|driver'?s licen[cs]e|driving license|citizenship`,
  ),
  latin(
    `passeport|carte d['’]identité|cni|pièce d['’]identité|titre de séjour|carte de séjour|permis de travail|sécurité sociale|nir|cin|pasaporte|dni|nie|curp|cédula|cedula|c\\.c|cc|ine|rfc|nss|documento|identidad|identificación|permiso de trabajo|passaporte|cpf|rg|rne|rnm|ctps|pis|carteira de trabalho|identidade|título de eleitor`,
  ),
  latin(
    `hộ chiếu|cccd|cmnd|căn cước|căn cước công dân|chứng minh|chứng minh nhân dân|mã số bhxh|bhxh|giấy phép lao động|paspor|ktp|nik|kitas|sim|bpjs|kartu keluarga|kk|pasaport|pasaportu|pasaportunun|kimlik|kimliği|kimliğinin|t\\.?c|tc kimlik|tckn|ikamet|sgk|çalışma izni`,
  ),
  '身份证|护照|居住证|暂住证|工作签证|社保号|证件号',
  'পাসপোর্ট\\p{L}*|পাসপোর্ট|এনআইডি|জাতীয় পরিচয়পত্র|জাতীয় পরিচয়পত্র|পরিচয়পত্র|পরিচয়পত্র|জন্ম নিবন্ধন|ভোটার আইডি|ভিসা|पासपोर्ट|आधार|पैन|वोटर|मतदाता|पहचान पत्र|ई-श्रम|नागरिकता|पीएफ|ईएसआई|पी\\.एफ',
  'پاسپورٹ|شناختی کارڈ|شناختی|قومی شناختی|ویزا|ویزہ|جواز|جوازه|جوازها|جواز السفر|الجواز|الهوية|هوية|هويته|هويتها|الإقامة|إقامة|إقامته|إقامتها|تأشيرة|الرقم القومي|البطاقة الشخصية|رقم قومي',
);
export const bankCue = any(
  latin(
    `account|acct|a/c|bank account|iban|bank card|debit card|credit card|atm card|compte|rib|compte bancaire|cuenta|cuenta bancaria|cbu|clabe|cci|tarjeta|conta|conta corrente|agência|pix|cartão|số tài khoản|tài khoản|stk|thẻ atm|rekening|no\\.? ?rek|norek|hesap|hesabı|hesap no|hesabına|banka|banka kartı`,
  ),
  '银行卡|卡号|账号|账户|银行账户|帐号',
  'অ্যাকাউন্ট\\p{L}*|একাউন্ট\\p{L}*|হিসাব নম্বর|হিসাব নং|ব্যাংক হিসাব\\p{L}*|खाता|खाते|बैंक खाता|खाता संख्या|اکاؤنٹ|بینک اکاؤنٹ|کھاتہ|حساب|حسابه|حسابها|الحساب|حساب بنكي|آيبان|الآيبان',
);
export const badgeCue = any(
  latin(
    `badge|id badge|id card|employee id|worker id|staff id|payroll|personnel|personnel file|clock|time card|timecard|punch card|card|token|id|gate pass|locker`,
  ),
  latin(
    `matricule|n° de badge|carte de pointage|pointeuse|numéro de salarié|gafete|gafet|ficha|legajo|carné|carnet|credencial|fotocheck|número de empleado|número de trabajador|nómina|crachá|matrícula|registro funcional|chapa|número funcional`,
  ),
  latin(
    `mã nhân viên|mã số nhân viên|mã số công nhân|mã công nhân|mã thẻ|thẻ|thẻ số|số thẻ|mã số|msnv|mnv|nomor induk|nomor induk karyawan|id karyawan|kartu|kartu absen|badge nomor|nomor badge|nip|sicil|sicili|rozet|yaka|yaka kartı|yaka kartının|kart|giriş kartı`,
  ),
  '工号|工牌|工牌号|员工编号|员工号|厂牌|胸牌|胸卡|考勤号|考勤卡|打卡号|工卡',
  'কার্ড|আইডি|ব্যাজ|আইডি কার্ড|হাজিরা কার্ড|পাঞ্চ কার্ড|টোকেন|कार्ड|बैज|टोकन|आईडी|पंच कार्ड|गेट पास|हाज़िरी कार्ड|بیج|کارڈ|حاضری کارڈ|ٹوکن|آئی ڈی|الشارة|شارة|شارته|شارتها|رقم الموظف|رقم الموظفة|رقم العامل|رقم العاملة|الرقم الوظيفي|رقم وظيفي|بطاقة|بطاقته|بطاقتها|البطاقة',
);
/** Persons with a number. A word for "number" must follow, because auditors write "worker 12" to avoid names. */
export const personCue = any(
  latin(
    `employee|worker|staff|emp|salarié|salariée|ouvrier|empleado|empleada|trabajador|trabajadora|funcionário|funcionária|empregado|empregada|karyawan|pekerja|personel|işçi`,
  ),
  'শ্রমিক|কর্মী|कर्मचारी|मज़दूर|मजदूर|ملازم|مزدور|الموظف|الموظفة|موظف|العامل|العاملة',
);
/** What may separate the word from a badge number. After "worker" and similar words, a word for "number" must. */
const numberWord =
  '(?:no|nos|nº|n°|nr|num|núm|number|número|numéro|nomor|numarası|numara|num\\.|id|code|code|số|mã|is|was|est|es|é|adalah|là|reads|reading|号|号码|为|是|编号|নং|নম্বর|নম্বরটি|হলো|नंबर|नं|नम्बर|संख्या|है|نمبر|نمبرز|ہے|رقم|رقمها|رقمه|هو|de|del|da|do|du|la|las)';
export const numberOf = '(?:#|(?:id|no|nº|n°|nr|number|número|numéro|nomor|numarası|নং|নম্বর|नंबर|नं|संख्या|نمبر|رقم)(?![\\p{L}\\p{M}])\\.?)';
export const filler = `(?:[\\s:：#.'’=(\\-–]|${numberWord}(?![\\p{L}\\p{M}])){0,12}?`;

/** Numbers of things and papers that are no person's. */
export const harmlessCue = any(
  latin(
    `invoice|invoices|po|purchase order|order|orders|lot|batch|hs code|hs|serial|sku|style|article|container|consignment|shipment|bill of lading|tracking|vat|tin|gst|tax|registration|company registration|licence of|business licence|export licence|certificate|machine|boiler|imo number|vessel|report|version|form|tender|policy`,
  ),
  latin(
    `facture|commande|lot|siret|siren|tva|registre|certificat|conteneur|machine|factura|pedido|lote|ruc|nit|cnpj|nota fiscal|certificado|contenedor|contêiner|máquina|registro mercantil|hóa đơn|đơn hàng|lô|mã số thuế|giấy chứng nhận|faktur|pesanan|npwp|nib|sertifikat|kontainer|mesin|fatura|sipariş|parti|vergi|ticaret sicil|sertifika|konteyner|makine`,
  ),
  '发票|订单|批号|合同编号|统一社会信用代码|证书|集装箱|设备编号|机器',
  'চালান|অর্ডার|লট|সনদ|কন্টেইনার|মেশিন|चालान|ऑर्डर|लॉट|प्रमाणपत्र|कंटेनर|मशीन|बिल|انوائس|آرڈر|لاٹ|سرٹیفکیٹ|کنٹینر|مشین|فاتورة|الفاتورة|طلبية|الطلبية|دفعة|شهادة|السجل التجاري|حاوية|الحاوية|آلة|الآلة',
);
