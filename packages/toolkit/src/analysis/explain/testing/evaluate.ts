/**
 * Works out an expression of a step: numbers, `+ - * /`, brackets, `sqrt`, `exp`, `log`.
 *
 * @throws RangeError for anything else
 */
export function evaluate(expression: string): number {
  if (!/^(?:[\d\s+\-*/().]|e[+-]?\d+|sqrt|exp|log)+$/.test(expression))
    throw new RangeError(`invalid expression; numbers and operators only: ${expression}`);
  return Function("sqrt", "exp", "log", `return ${expression}`)(Math.sqrt, Math.exp, Math.log);
}
