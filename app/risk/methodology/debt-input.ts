import type { RecruitmentDebt } from '#scoring';

/** The numbers that the debt calculator asks for, in its order. */
export const debtFields = ['cost', 'pay', 'rate', 'repayment'] as const;
export type DebtField = (typeof debtFields)[number];

export type DebtInput = {
  /** Null until every number is there and can be. */
  debt: Omit<RecruitmentDebt, 'asOf'> | null;
  values: Record<DebtField, string>;
  hasCollateral: boolean;
  /** Fields with something in them that is no such number. */
  wrong: DebtField[];
};

const most = 1e12;

/** Reads what an address asks the debt calculator; numbers with a decimal point or comma, spaces between thousands allowed. */
export function readDebt(params: URLSearchParams): DebtInput {
  const values = Object.fromEntries(debtFields.map((name) => [name, (params.get(name) ?? '').trim().slice(0, 40)])) as DebtInput['values'];
  const read = Object.fromEntries(debtFields.map((name) => [name, numberOf(values[name])])) as Record<DebtField, number | null>;
  const wrong = debtFields.filter((name) => values[name] !== '' && (read[name] === null || (name === 'pay' && read.pay === 0)));
  const { cost, pay, rate, repayment } = read;
  const hasCollateral = params.has('collateral');
  const isWhole = wrong.length === 0 && cost !== null && pay !== null && rate !== null && repayment !== null;
  return {
    debt: isWhole ? { cost, monthlyPay: pay, yearlyRate: rate / 100, monthlyRepayment: repayment, hasCollateral } : null,
    values,
    hasCollateral,
    wrong,
  };
}

function numberOf(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(plain)) return null;
  const value = Number(plain);
  return value <= most ? value : null;
}
