import type { Span } from './finding';
import { hanFamilyNames } from './name-lists';

const family = `(?:欧阳|司马|上官|诸葛|[${hanFamilyNames}])`;
/** Everyday words that begin with a family name. */
const everyday =
  /^(?:高温|高度|高级|高空|高压|黄金|方法|方面|方式|方案|方便|周末|周一|周二|周三|周四|周五|周六|周日|周期|周围|周边|金额|成本|马上|江苏|江西|于是|于此|任何|任务|任意|任职|石油|许可|许多|何时|何人|何种|余额|余下|白天|白班|白色|龙华|龙岗|常常|毛利|汤|钱款|万元|顾客|顾问|贺州|范围|邹城|武汉|武装|程序|程度|田间|路线|金属|丁班|史上|雷管|夏天|夏季|孔|付款|付费|付了|付给|付清|熊|江|叶|姜|韩国|田|袁|林业|林场|吴江|苏州|广州|杭州|郑州|温州|常州|徐州|宋体|唐山|邓|曹县|彭|秦|黎|陶瓷|贾|于\S|沈阳|石材|马来|马达|杨浦|陈述|陈列|张贴|张开|谢谢|梁柱|孙|罗湖|罗列)/u;
const before =
  '(?:女工|男工|临时工|农民工|派遣工|工人|员工|职工|主管|经理|班长|组长|线长|拉长|厂长|同事|师傅|保安|中介|老板|姓名|名叫|名字叫|名字是|叫做|叫|证人|受访者|翻译|司机|厨师|会计|文员|老乡|丈夫|妻子|弟弟|妹妹|哥哥|姐姐|采访了|访谈了|询问了|联系)';
const after =
  '(?:先生|女士|小姐|师傅|阿姨|大姐|主管|经理|班长|组长|厂长|表示|告诉|反映|证实|透露|说|称|的(?:护照|身份证|手机|电话|工资|家人|宿舍|住址|妻子|丈夫))';
const notInName = '说在的和被是有从把向给与也已未没不对将要等及来去到每表反称告因于因就都共个名位处提签为会以先女证透';
const given = `(?:(?![${notInName}])\\p{Script=Han})`;
const name = `${family}${given}{1,2}`;

const patterns = [
  // A cue, then a family name and one or two signs: 工人王丽华, 姓名：李强.
  new RegExp(`(?<=${before}[：:（(、\\s]{0,2})${name}`, 'gu'),
  // The name, then what says that it is one: 赵敏女士, 陈志强说.
  new RegExp(`${family}${given}{1,2}?(?=${after})`, 'gu'),
  // 小张, 老李, 王师傅, 张姐.
  new RegExp(
    `(?<![^和与向给对由找问叫让被请是说跟\\P{Script=Han}])[小老阿][${hanFamilyNames.replace(/[于高方金马时石何]/gu, '')}](?!\\p{Script=Han}{0,1}[板师组时])`,
    'gu',
  ),
  new RegExp(`[${hanFamilyNames}](?:先生|女士|小姐|师傅|阿姨|大姐|大哥|姐|工(?=说)|总(?=说))`, 'gu'),
];

/** Chinese names: a family name and one or two signs beside a word that says that a person is meant. */
export function findHanNames(text: string): Span[] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index }) =>
      everyday.test(found) ? [] : [{ start: index, end: index + found.length }],
    ),
  );
}
