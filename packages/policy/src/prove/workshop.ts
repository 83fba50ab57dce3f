import type { Catalog } from "../catalog.ts";
import { actionTableOf, type ActionTable } from "./action-table.ts";
import { createAtomTable, type AtomTable } from "./atom.ts";
import { everyTemplate, frameOf, type Frame, type FramePlace } from "./frame.ts";
import { createKeyShapes } from "./key-shapes.ts";
import type { Plan } from "./plan.ts";
import { createPlans } from "./plans.ts";
import type { ProofSide, Region } from "./question.ts";
import { domainOf, type Domain } from "./region.ts";
import { createSolver, type Solver } from "./solver.ts";

/** What a prover works with and remembers from one question to the next. */
export interface Workshop {
  readonly table: ActionTable;
  readonly atoms: AtomTable;
  readonly solver: Solver;
  planOf(side: ProofSide, region: Region): Plan;
  domainOf(region: Region): Domain;
  /** The frames of an owner's resources that an action can work on. */
  framesAt(place: FramePlace): (action: number) => readonly Frame[];
  /** The frames of any resource of an owner. */
  everyFrameAt(place: FramePlace): readonly Frame[];
}

/** For how many owners frames are kept; questions about many accounts go through them one by one. */
const keptPlaces = 16;

/** Starts with nothing remembered. */
export function createWorkshop(catalog: Catalog, budget?: number): Workshop {
  const table = actionTableOf(catalog);
  const atoms = createAtomTable();
  const domains = new Map<string, Domain>();
  const numberOf = createListNumbers();
  const typed = new Map<string, (Frame | undefined)[]>();
  const untyped = new Map<string, readonly Frame[]>();
  return {
    table,
    atoms,
    solver: createSolver(createKeyShapes(catalog), budget),
    planOf: createPlans(table, atoms),
    domainOf: (region) =>
      remembered(domains, `${numberOf(region.actions)} ${numberOf(region.notActions)}`, () => domainOf(region, table)),
    framesAt: (place) => {
      const key = keyOfPlace(place);
      if (typed.size >= keptPlaces && !typed.has(key)) typed.clear();
      const frames = remembered(typed, key, () => table.templates.map(() => undefined));
      return (action) =>
        (table.templatesOf[action] ?? []).map(
          (template) => (frames[template] ??= frameOf(table.templates[template] ?? "*", place)),
        );
    },
    everyFrameAt: (place) =>
      remembered(untyped, keyOfPlace(place), () => everyTemplate.map((template) => frameOf(template, place))),
  };
}

function keyOfPlace({ partition, owner, ownsItself }: FramePlace): string {
  return [partition, owner, ownsItself].join("|");
}

function remembered<V>(known: Map<string, V>, key: string, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

/** Numbers lists of patterns by what they say; a list seen before is known without reading it again. */
function createListNumbers(): (list: readonly string[] | undefined) => number {
  const byText = new Map<string, number>();
  const byList = new WeakMap<readonly string[], number>();
  return (list) => {
    if (list === undefined) return -1;
    const known = byList.get(list);
    if (known !== undefined) return known;
    const text = list.join("\n");
    const number = byText.get(text) ?? byText.size;
    byText.set(text, number);
    byList.set(list, number);
    return number;
  };
}
