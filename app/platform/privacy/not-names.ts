import { nameKey } from './words-of-text';

/*
 * Words that audits write with a capital and that are no person: kinds of organizations, papers, laws, places, days, products. A run of capitalised words that
 * contains one of them is not a name. Countries come from Intl.DisplayNames and are not listed.
 */
const organizations = `plaza tower towers mall hotel avenue street road highway boulevard ltd limited inc llc plc co company corp corporation group holding holdings gmbh sa sarl sas srl sl ltda eireli pte pvt private sdn bhd tbk pt cv tnhh cp
factory mill mills garment garments textile textiles apparel fashion fashions knit knitwear knitting spinning weaving dyeing washing leather footwear shoes gloves glove rubber plastics steel metals
electronics foods food farm farms estate plantation plantations fishery fisheries seafood mining mine industries industry industrial enterprise enterprises trading exports export imports import international
manufacturing works agency agencies services service solutions recruitment manpower employment consulting logistics union unions federation confederation association council committee commission ministry
department directorate bureau office inspectorate inspection authority agency court tribunal police embassy consulate bank banco banque hospital clinic school university institute institution foundation
organization organisation nations chamber board assembly parliament government ministerio ministère ministerio secretaría secretaria sindicato syndicat comité comisión commission inspección inspeção
ministério tribunal fábrica usine taller empresa compañía société coopérative cooperativa cooperative fundación fundação fondation association asociación associação hacienda fazenda finca
kementerian dinas serikat pabrik perusahaan koperasi yayasan lembaga balai pengadilan kepolisian bakanlığı bakanlik sendika sendikası fabrika fabrikası şirket şirketi limited anonim sanayi ticaret müdürlüğü kurumu belediyesi
odası derneği konfederasyonu mahkemesi sở bộ cục công ty tnhh liên đoàn ủy ban phòng ban chi nhánh hội`;
const terms = `act acts code law laws convention protocol recommendation standard standards policy policies procedure procedures article section clause schedule annex appendix form register registers
contract contracts agreement certificate licence license permit report checklist questionnaire audit audits finding findings corrective action plan code conduct principle principles guideline guidelines
human resources rights labour labor work worker workers working hours hour overtime wage wages pay payroll payslip payslips salary health safety fire security quality compliance production maintenance finance accounts
administration admin welfare grievance suggestion box hotline helpline training induction orientation dormitory dormitories hostel canteen kitchen clinic warehouse store stores line lines floor building
block unit zone zones gate shift shifts night day morning evening weekly monthly daily annual general main new old north south east west northern southern eastern western central upper lower
first second third minimum living fair free trade forced child migrant foreign local national regional provincial district state federal public private special economic processing park area
port airport river bay island islands lake mountain mount beach road street avenue lane highway bridge station market city town village province county country region upazila thana
saudi united kingdom emirates republic democratic people peoples committee joint participation representative representatives senior junior deputy assistant chief officer manager managers supervisor supervisors director
team leader operator operators executive head secretary treasurer president minister mayor governor general management security guards employees staff nobody everyone everybody somebody both several some all none most many few each
english french spanish portuguese chinese mandarin cantonese vietnamese bengali bangla hindi urdu nepali burmese indonesian malay turkish arabic tamil telugu khmer thai tagalog swahili amharic sinhala kurdish
indian bangladeshi pakistani sri lankan myanmar filipino kenyan ethiopian syrian afghan uzbek mexican brazilian colombian peruvian bolivian haitian venezuelan moroccan tunisian egyptian jordanian lebanese african asian european american
muslim hindu christian buddhist rohingya eid ramadan diwali christmas easter ramzan puja ashura carnival tet lunar year years holiday holidays
january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre
lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril junio julio agosto septiembre octubre noviembre diciembre
segunda terça quarta quinta sexta janeiro fevereiro março maio junho julho setembro outubro dezembro
senin selasa rabu kamis jumat sabtu minggu januari februari maret mei juni juli agustus oktober desember
pazartesi salı çarşamba perşembe cuma cumartesi pazar ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
travail code loi décret convention collective sécurité sociale santé inspection atelier ressources humaines direction règlement intérieur contrat salaire salaires heures supplémentaires équipe bâtiment hygiène prud hommes conseil
ley código trabajo convenio colectivo seguridad social salud recursos humanos dirección reglamento interno contrato salario salarios horas extra turno edificio plan norma oficial mexicana decreto real
lei consolidação leis trabalho convenção coletiva segurança saúde recursos humanos direção regulamento contrato salário salários turno prédio norma regulamentadora carteira previdência portaria fgts
undang undangan peraturan upah minimum provinsi kabupaten kota lembur perjanjian kerja bersama keselamatan kesehatan gedung asrama ketenagakerjaan tenaga lebaran idul fitri kecamatan kelurahan desa jaminan sosial hari raya
iş kanunu kanun yasası sözleşmesi sözleşme yönetmelik yönetmeliği sosyal güvenlik sağlığı güvenliği insan kaynakları vardiyası bina ramazan kurban bayramı organize bölgesi caddesi
bộ luật nghị định thông tư lao động hợp đồng nội quy khu nghiệp tết nguyên đán thành phố tỉnh quận huyện xưởng chuyền bảo hiểm xã hội
excel word outlook whatsapp facebook google zoom teams microsoft windows android iphone wechat telegram viber imo zalo line bkash visa mastercard swift
cotton jacket shirt trousers denim jeans polo hoodie sewing cutting finishing packing ironing printing embroidery moulding assembly line boiler generator toilet`;
const places = `dhaka chittagong chattogram gazipur ashulia savar narayanganj khulna rajshahi sylhet rangpur comilla cox bazar mirpur tongi tangail mymensingh barisal
delhi mumbai kolkata chennai bangalore bengaluru hyderabad tirupur tiruppur ludhiana surat jaipur panipat gurgaon gurugram noida faridabad kanpur agra bihar odisha jharkhand gujarat punjab kerala karnataka tamil nadu uttar pradesh west bengal
karachi lahore faisalabad sialkot multan rawalpindi islamabad peshawar sindh kathmandu pokhara colombo yangon mandalay bangkok phuket samut sakhon phnom penh hanoi saigon ho chi minh haiphong hai phong da nang binh duong dong nai bac ninh long an
jakarta bandung surabaya semarang medan tangerang bekasi karawang cikarang java jawa barat timur tengah sumatra sumatera kalimantan sulawesi bali batam kuala lumpur selangor penang johor bahru sabah sarawak klang shah alam
manila cebu taipei hong kong shenzhen guangzhou dongguan shanghai beijing xinjiang guangdong zhejiang fujian jiangsu ningbo
istanbul ankara izmir bursa adana gaziantep denizli kocaeli gebze konya kayseri mersin esenyurt
cairo alexandria amman irbid zarqa beirut damascus riyadh jeddah dammam mecca medina doha dubai abu dhabi sharjah muscat manama kuwait casablanca tangier tanger rabat fes tunis sfax algiers alger khartoum sanaa
nairobi mombasa kampala addis ababa accra lagos abuja kano dakar abidjan bamako douala yaoundé antananarivo maputo luanda johannesburg cape lusaka harare kinshasa
mexico ciudad guadalajara monterrey tijuana puebla tehuacán juárez guatemala salvador tegucigalpa sula managua josé bogotá medellín cali lima quito guayaquil cochabamba santa paz asunción buenos aires montevideo santiago valparaíso córdoba rosario
são paulo rio janeiro belo horizonte salvador fortaleza recife manaus porto alegre curitiba brasília minas gerais pernambuco bahia lisboa toritama franca goiás mato grosso pará américas latina
london manchester birmingham leicester paris lyon marseille lille toulouse bordeaux nantes madrid barcelona valencia sevilla almería bilbao zaragoza málaga brussels bruxelles geneva genève zürich berlin hamburg rome milan prato york angeles francisco washington
europe asia africa america américa afrique amérique`;
/** Words that begin sentences and titles, in case one follows another with a capital. */
const common = `anda jika milik halo rekan jawaban tanggapan confidence oriente medio prinsip ekuator lo qué quién cuál cómo dónde cuándo que quien cual como o quê quem sim não si non oui yes hub open supply natural earth standard tier trata personas persona desempeño norma normas the a an this that these those there here he she they we you it his her their our its in on at of for from to by with without and or but if when while where who what why how after before during since until no not yes one two three four five six
i m le la les un une des du de ce cette ces il elle ils elles nous vous on en au aux et ou mais si quand pendant depuis après avant selon sans avec pour par dans sur lors aucun aucune chaque plusieurs tous toutes
el los las una unos unas del al este esta estos estas ella ellos nosotros se y o pero cuando durante desde después antes según sin con para por en sobre ningún ninguna cada varios todos todas hay
o os as um uma uns umas do da dos das no na nos nas ao este esta ele ela eles elas e ou mas quando durante desde depois antes segundo sem com para por em sobre nenhum nenhuma cada vários todos todas há
di ke dari yang dan atau untuk dengan pada ini itu tidak ada para semua setiap setelah sebelum selama menurut bahwa karena oleh dalam
ve veya ile bir bu şu o her tüm bazı için göre sonra önce kadar değil var yok olarak
và hoặc của có không các những một này đó khi sau trước theo tại từ với cho là được bị`;

const setOf = (...lists: string[]): ReadonlySet<string> => new Set(lists.flatMap((list) => list.trim().split(/\s+/)).map(nameKey));
const organizationKeys = setOf(organizations);
const otherKeys = setOf(terms, places, common);

/** Whether a capitalised word is part of an organization's name: then no adjacent word is a person's name. */
export const isOrganization = (key: string): boolean => organizationKeys.has(key);

let countries: ReadonlySet<string> | undefined;
function countryWords(): ReadonlySet<string> {
  if (countries) return countries;
  const found = new Set<string>();
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const locale of ['en', 'fr', 'es', 'pt', 'id', 'tr', 'vi']) {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
    for (const first of letters)
      for (const second of letters)
        for (const word of (names.of(first + second) ?? '').split(/[\s\-’'(),&]+/))
          if (/^\p{Lu}\p{L}{2,}/u.test(word)) found.add(nameKey(word));
  }
  countries = found;
  return found;
}

/** Whether a capitalised word is known as something else than a person: a place, a paper, a day, a language. */
export const isKnownWord = (key: string): boolean => organizationKeys.has(key) || otherKeys.has(key) || countryWords().has(key);
