import { nameKey } from './words-of-text';

/*
 * Short lists of common personal names, so that a name is recognised without a cue beside it. Written down from general knowledge of what is common in each
 * language, not copied from a register; neither their order nor their completeness matters. Chinese and Vietnamese family names are the most frequent ones in the
 * published counts of China's Ministry of Public Security and of Vietnam's census. A name that is also an everyday word is in `doubtfulNames`: it
 * counts only beside a cue or another name.
 */
const latinNames = `
Aaron Abdul Abdulla Abdullah Abebe Abigail Adaeze Adam Adnan Adriana Agnes Agus Ahmad Ahmed Ahmet Aisha Aisyah Akter Alejandra Alejandro Alessandro Alexandre Alhaji
Ali Alice Alicia Amadou Amara Amina Aminah Amit Amrita Ana Anabela Andi Andrea Andrew Andrzej Anil Anita Anjali Anna Antoine Antonio Anwar Aïcha Aissatou Arif Arjun
Arturo Asep Ashok Asif Asma Awa Ayesha Aylin Ayşe Aziz Bambang Baraka Barbara Beatriz Begum Benoît Bernard Bikram Bilal Bintou Binod Birgit Bishnu Boubacar Budi Burak
Bushra Carla Carlos Carmen Caroline Catherine Cem Cécile Chandra Charles Charlotte Chidi Christophe Claire Claudia Cristina Daniel Daniela David Deepa Deepak Denise
Devi Dewi Dilip Dinesh Diego Djamila Dolores Dorothy Eduardo Eko Elena Elif Elisabeth Elizabeth Emine Emily Emine Emmanuel Emre Endang Enrique Ernesto Esra Esther
Eva Fábio Fadel Faisal Farah Farhana Farida Fatima Fatimah Fatma Fatou Fatoumata Felipe Fernanda Fernando Fitri Florence Francisca Francisco François Françoise
Gabriel Gabriela Ganesh Geeta George Gérard Gilberto Gita Gopal Guadalupe Guillermo Gulnaz Gustavo Habib Habiba Hakan Halima Hamid Hamida Hari Harun Hasan Hasina
Hassan Hatice Hélène Heitor Henry Hendra Hüseyin Hussain Hussein Ibrahim İbrahim Ida Ifeoma Ignacio Imran Inês Indah Iqbal Irene Irfan Isabel Isabelle Ismail Ivan
Jacqueline Jahanara Jamal James Jamila Jane Janet Javier Jean Jeanne Jennifer Jessica Joana João Joaquim John Jorge José Joseph Josefa Joy Joyce Juan Juana Juliana
Julie Kabir Kadir Kamal Kamala Kamrul Karim Karima Karina Kavita Kemal Kenneth Khadija Khadijah Khatun Kiran Komala Krishna Kumar Kumari Kwame Lakshmi Lalita Laura
Laxmi Leila Leticia Lidya Lilian Linda Lourdes Lucas Luciana Lucía Luis Luisa Luiz Lwin Madina Mahmud Mahmoud Malik Mamadou Manju Manoj Manuel Manuela Marcelo
Marcos Margaret Maria María Mariam Mariama Marie Mariana Mario Marta Martha Martín Mary Maryam Mateo Mathieu Mauricio Maung Maya Md Meena Mehmet Mercedes Merve Michael
Michel Miguel Minh Mohamad Mohamed Mohammad Mohammed Mohan Moussa Muhammad Muhammed Mukesh Musa Mustafa Nadia Nadir Nafisa Narayan Nasima Nasir Nasreen Nasrin Natalia
Nathalie Neha Nelson Ngozi Nicolas Nicole Nilufar Nirmala Norma Nurul Nur Nuray Nurhayati Olivia Omar Osman Ousmane Özlem Pablo Padma Patricia Patrick Paul Paula
Paulo Pedro Philippe Pierre Pooja Prakash Pramila Priya Priyanka Puspa Putri Rabia Rachel Radha Rafael Rafiq Rahim Rahima Rahman Rajesh Raju Ram Ramesh Rani
Raquel Rashid Rashida Ravi Rebeca Rebecca Rekha Renato Ricardo Richard Rina Rita Robert Roberto Rodrigo Rohan Rokeya Rosalía Rosario Rukhsana Ruksana Sabina Sabine Sadia
Saeed Safiya Said Salma Samir Samira Samuel Sandra Sandrine Sangita Sanjay Santiago Sara Sarah Sari Sarita Sebastián Selim Selma Serkan Shabana Shahana Shahida
Shahin Shanti Sharmin Shirin Shobha Sita Siti Slamet Sofia Sophie Sri Stephen Stéphane Sukhdev Sulaiman Sultana Sumitra Sunil Sunita Suresh Suryani Susan Sushila Susana
Sutrisno Svetlana Syed Tahmina Taslima Teresa Thandiwe Thérèse Thiago Thomas Tomás Tri Uzma Valentina Valeria Verónica Vicente Victoria Vijay Vikram Vinod Wahyu Wanjiru
Waseem Wati William Xavier Yanti Yasmin Yasin Yolanda Yusuf Zahra Zainab Zeynep Zubaida Zulfiqar
Acharya Adhikari Agarwal Akhtar Almeida Alonso Alvarez Álvarez Alves Ansari Araújo Arslan Aslan Aung Aydın Bahadur Banerjee Barbosa Basnet Batista Benítez Bhandari Bhatt
Bhattarai Biswas Blanc Bonnet Boateng Cabral Cardoso Castillo Castro Çelik Çetin Chakma Chatterjee Chaudhary Chaudhry Chavez Chowdhury Costa Coulibaly Cruz Da Dağ Das
Demir Desai Dlamini Diallo Dias Díaz Diop Doğan Domínguez Dubois Dupont Durand Fernandes Fernández Ferreira Flores Gómez Gonçalves González Gonzales Guerrero Gupta Gurung
Gutiérrez Hernández Herrera Hidayat Hossain Hoque Islam Jha Jiménez Johnson Jones Joshi Kamau Kaur Kaya Keita Khan Khatri Kılıç Koç Konaté Kurniawan Kusuma Lama Laurent
Leroy Lestari Lopes López Macedo Magar Mahato Mamani Mandal Martin Martínez Martins Medina Mehta Méndez Mendoza Mensah Mia Miah Mishra Mohamud Molla Mondal Morales
Moreau Moreira Moreno Mukherjee Mutua Nair Navarro Nascimento Ndiaye Nunes Nugroho Nyambura Ochieng Okafor Okeke Okoro Oliveira Ortega Ortiz Otieno Ouédraogo
Öztürk Pandey Paswan Patel Patil Pereira Pérez Petit Pinto Pradhan Prasad Prasetyo Pratama Quispe Rai Ramírez Ramos Rana Rao Rathod Reddy Reyes Ribeiro Rivera Robinson
Rodrigues Rodríguez Rojas Romero Roy Ruiz Şahin Saha Salazar Sánchez Sandoval Santana Santoso Saputra Sarkar Sharma Sheikh Sherpa Shrestha Siddiqui Silva Simbolon Singh
Sithole Smith Soares Sousa Souza Suárez Susanto Syahputra Tamang Tamim Teixeira Thapa Tiwari Torres Traoré Uddin Usman Utami Vargas Vásquez Vega Verma Vieira Wagner
Wibowo Wijaya Williams Yadav Yıldırım Yıldız Yılmaz Zambrano`;
const latinDoubtful = `Dias Norma Paz Luz Consuelo Pilar Socorro Cem Ida Sol Ana Eva Rita Grace Ari Adam Angel Bay Can Da Das Deniz Faith Flores Fleur Grace Hope Islam Jean Joy Lama Malik Mark May Mercy Mia Min Nur Nguyen Pinto Prince Ram Rai Rana Reyes Rosa Rose Roy
Said Salazar Sara Sari Smith Sol Sri Tri Victoria Martin Santiago Petit Blanc Castro Vega Medina Barbara Florence Sofia Pablo Paula Charlotte Rosario Mercedes Dolores
Guadalupe Lourdes Costa Cruz Torres Silva Santana Kaya Demir Yıldız Koç Aslan Çelik Dağ Indah Wati Fitri Putri Kusuma Madina Jamal Baraka Islam Bilal Carmen Patil Mandal Natalia Laurent`;
const vietnameseFamilies = `Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Đoàn Mai Trương Lâm Đào Tạ Lương Tô Hà Cao Châu Quách`;

const devanagari = `अनीता अनिल अमित अंजलि अब्दुल अरुण अली अशोक अहमद आरती इमरान उषा कमला कविता किरण किशोर गणेश गीता गोपाल चंदन जावेद जितेंद्र दिनेश दिलीप दीपक नरेश नसीम नज़मा निर्मला नीलम पिंकी पूजा
प्रकाश प्रिया फ़ातिमा बबीता बबलू बिमला मंजू मनोज महेश मीना मुकेश मुन्नी मोहन मोहम्मद रंजीत रवि रहीम राकेश राजू राजेश राधा रामू रामेश्वर रीता रेखा रमेश रुखसाना लक्ष्मी ललिता विजय विनोद शबाना शबनम शंकर संगीता संजय संतोष सरिता सलमा सलीम सविता सीता
सुनील सुनीता सुमन सुमित्रा सुरेश सुशीला हरि हसीना फूलमती
अंसारी कुमार कुमारी कौर खातून खान गुप्ता चौधरी चौहान जाधव जोशी झा ठाकुर तिवारी थापा देवी पटेल पांडे पाल पासवान बेगम महतो मिश्रा मिश्र मौर्य यादव रावत राठौर वर्मा शर्मा शेख सिंह सिन्हा सोनी हुसैन मंडल`;
const devanagariDoubtful = `पाल सोनी संतोष सुमन किरण चंदन प्रकाश विजय लक्ष्मी पूजा राजू मंडल आरती प्रिया आशा राम श्याम शांति प्रेम माया ज्योति दास लाल गौरी राजा पुष्पा विकास सुधा`;
const bengali = `আকলিমা আজিজ আনোয়ার আনোয়ারা আব্দুল আবদুল আবুল আমিনা আয়েশা আরিফ আলমগীর আলী আসমা ইমরান কবির কমলা করিম কামাল কামরুল কুলসুম খাদিজা জাহানারা জাহাঙ্গীর জসিম জেসমিন তাসলিমা তাহমিনা নাজমা নাসরিন নাসিমা নাসির নুরজাহান পারভিন পারুল ফরিদা ফাতেমা
ফারজানা বিলকিস মমতাজ মরিয়ম মাহমুদ মিজানুর মিনারা মোহাম্মদ মুহাম্মদ রফিক রফিকুল রশিদ রহিম রহিমা রাশেদা রাশেদ রিনা রুবিনা রুমা রেহানা রোকেয়া লাইলি লিপি শফিক শফিকুল শাহানা শাহনাজ শাহিদা শিউলি শিরিন সালমা সাবিনা সুফিয়া সুমন সুমাইয়া সেলিম সেলিনা সোহেল হাসিনা
হালিমা হাসান হাবিব
আক্তার আখতার আহমেদ আহমদ ইসলাম উদ্দিন উদ্দীন খাতুন খানম চৌধুরী তালুকদার বেগম বিশ্বাস ভূঁইয়া মণ্ডল মিয়া মোল্লা রহমান রায় শেখ সুলতানা সিকদার হক হোসেন হোসাইন খান`;
const bengaliDoubtful = `ইসলাম বিশ্বাস রায় হক লিপি সুমন পারুল শিউলি দাস আশা শান্তি আলো মণ্ডল সাহা পাল স্বপন শেখ`;
const arabic = `إبراهيم أحمد أسامة آمنة أمينة إسماعيل أيوب بلال جميلة حسن حسين حليمة حمزة خالد خديجة رشيد رقية زهرة زينب سارة سعاد سلمى سليمان سمير سميرة سميحة طارق عائشة عباس عبدالله عثمان عفاف علياء عمر فاطمة فاطمه فؤاد فيصل كمال كريمة ليلى محمد
محمود مريم مصطفى منى موسى نادية نجاة نعيمة هدى هشام وليد ياسر ياسين يوسف يونس راجو رحيمة شانتي سونيتا
الأحمد الحسن الخطيب المصري السوداني حداد النجار بيغوم شيخ سنغ كومار تشودري حسينوف عبدالرحمن عبدالكريم`;
const arabicDoubtful = `المصري السوداني زهرة هدى منى شيخ جميلة عمر حسن سعيد كريم جميل أمل نور صالح سالم عادل سعد فرح إيمان علي حداد وليد كمال أمينة موسى رشيد النجار سارة كريمة نعيمة ماريا جوزيف`;
const urdu = `آسیہ اختر ارشد اسلم اشرف افضل اقبال اکرم اکبر امجد انور ایوب بشیر بشری پروین جاوید جمیل حسین حمید حنیف خدیجہ خالدہ رضیہ رفیق رمضان رخسانہ ریحانہ زاہد زبیدہ ساجد ساجدہ سلیم سلمی سکینہ شازیہ شاہد شاہدہ شبانہ شریف شکیل شمیم صفیہ صغراں طاہرہ طارق عاصم
عائشہ عابدہ عبدالرحمن عبدالغفور عثمان عرفان عمران غلام فاطمہ فرزانہ فرید فیاض کلثوم کنیز مقصود منظور مختار نسیم نسرین نذیر نازیہ ناصر نواز یاسمین یعقوب
بیگم بھٹی چوہدری خان خاتون قریشی گجر مسیح ملک راجپوت اعوان انصاری بی بی`;
const urduDoubtful = `خاتون ملک اختر اقبال اکبر اکرم شریف طاہرہ منظور مقصود مختار نسیم نور رمضان جمیل شاہد انور بی غلام عمران اسلم فرید ناصر نواز کنیز خالدہ حمید زاہد بشری`;

const setOf = (...lists: string[]): ReadonlySet<string> => new Set(lists.flatMap((list) => list.trim().split(/\s+/)).map(nameKey));

/** Names that count only beside a cue, a title or another name. */
export const doubtfulNames = setOf(latinDoubtful, vietnameseFamilies, devanagariDoubtful, bengaliDoubtful, arabicDoubtful, urduDoubtful);
/** Names that count by themselves. */
export const sureNames: ReadonlySet<string> = new Set(
  [...setOf(latinNames, devanagari, bengali, arabic, urdu)].filter((name) => !doubtfulNames.has(name)),
);
/** The same as they are written without accents. */
export const vietnameseFamilyKeys: ReadonlySet<string> = setOf(vietnameseFamilies);
export const vietnameseFamilyNames: ReadonlySet<string> = new Set(vietnameseFamilies.split(' ').map((name) => name.toLowerCase()));

/** Chinese family names: nearly everybody bears one of these. */
export const hanFamilyNames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱江尹薛阎雷侯龙史陶黎贺顾毛郝龚邵钱覃武戴莫孔汤';
