/** What a plan or a talk costs, in whole Rappen; wishes are priced by the weights of the snapshot. */
export interface CostParts {
  readonly unscheduled: number;
  readonly late: number;
  readonly money: number;
  readonly language: number;
  readonly gender: number;
  readonly fairness: number;
  readonly waiting: number;
  readonly stability: number;
}

export const noCost: CostParts = {
  unscheduled: 0,
  late: 0,
  money: 0,
  language: 0,
  gender: 0,
  fairness: 0,
  waiting: 0,
  stability: 0,
};

/** The parts in the order in which they are told. */
export const costPartNames = Object.keys(noCost) as readonly (keyof CostParts)[];

export function addCosts(a: CostParts, b: CostParts): CostParts {
  return {
    unscheduled: a.unscheduled + b.unscheduled,
    late: a.late + b.late,
    money: a.money + b.money,
    language: a.language + b.language,
    gender: a.gender + b.gender,
    fairness: a.fairness + b.fairness,
    waiting: a.waiting + b.waiting,
    stability: a.stability + b.stability,
  };
}

export function totalOf(parts: CostParts): number {
  const { unscheduled, late, money, language, gender, fairness, waiting, stability } = parts;
  return unscheduled + late + money + language + gender + fairness + waiting + stability;
}
