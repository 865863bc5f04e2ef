/** How much a release may reveal of one person. */
export type PrivacyLoss = {
  /** ε, above 0: the smaller, the more private. */
  readonly epsilon: number;
  /** The most that one person can change the count: the records one person can have. 1 if not given. */
  readonly sensitivity?: number;
};

/** @see geometricMechanism */
export type GeometricMechanism = {
  /** a = exp(−ε/Δ): each step further from 0 is a times as likely. */
  readonly decay: number;
  readonly standardDeviation: number;
  /** Smallest whole number that the noise stays within, either way, with the probability of the level. */
  readonly halfWidth: number;
};

/**
 * Noise that hides whether one person is in a count (differential privacy): P(z) = (1 − a)/(1 + a) · a^|z|. State the
 * half width beside every noisy number. Off by default: small groups are the ones that noise hides, and claims of
 * equity need them. Losses of several releases add up, and must be kept in a ledger. Never set negative noisy counts
 * to 0 before adding them up.
 *
 * Source: Ghosh, Roughgarden & Sundararajan (2012), SIAM Journal on Computing 41(6), 1673–1693; Dwork & Roth (2014).
 *
 * @param options.level probability that the noise stays within the half width; 0.95 if not given
 * @throws RangeError if ε or the sensitivity is not a positive number, or the level is not in (0, 1)
 * @example geometricMechanism({ epsilon: 1 }) // { decay: 0.3678…, standardDeviation: 1.3569…, halfWidth: 3 }
 */
export function geometricMechanism(
  loss: PrivacyLoss,
  { level = 0.95 }: { readonly level?: number } = {},
): GeometricMechanism {
  const rate = rateOf(loss);
  checkLevel(level);
  const decay = Math.exp(-rate);
  // P(|Z| > k) = 2a^(k + 1)/(1 + a), so k + 1 ≥ ln(2/((1 − level)(1 + a)))/rate.
  const steps = Math.log(2 / ((1 - level) * (1 + decay))) / rate;
  return {
    decay,
    standardDeviation: Math.sqrt(2 * decay) / -Math.expm1(-rate),
    halfWidth: Math.max(0, Math.ceil(steps - 1 - 1e-12 * steps)),
  };
}

/**
 * Probability that the noise is exactly `noise`.
 *
 * Source: see {@link geometricMechanism}.
 *
 * @param noise whole number, any sign
 * @throws RangeError if the noise is not a whole number, or ε or the sensitivity is not positive
 * @example geometricProbability(0, { epsilon: 1 }) // 0.4621…
 */
export function geometricProbability(noise: number, loss: PrivacyLoss): number {
  if (!Number.isInteger(noise)) throw new RangeError(`invalid noise; must be a whole number: ${noise}`);
  const rate = rateOf(loss);
  return Math.tanh(rate / 2) * Math.exp(-rate * Math.abs(noise));
}

/**
 * Noise drawn from two independent numbers that are uniform on [0, 1): the difference of two geometric numbers. Chance
 * is the caller's: use a cryptographic source, since noise that can be guessed hides nothing, and one with 53 random
 * bits. Not for many draws of one count, whose mean gives the count away.
 *
 * Source: Ghosh, Roughgarden & Sundararajan (2012); inversion of the geometric distribution.
 *
 * @throws RangeError if a uniform number is not in [0, 1), or ε or the sensitivity is not positive
 * @example geometricNoise([0.9, 0.1], { epsilon: 1 }) // 2
 */
export function geometricNoise([up, down]: readonly [number, number], loss: PrivacyLoss): number {
  const rate = rateOf(loss);
  const draw = (uniform: number): number => {
    if (!(0 <= uniform && uniform < 1)) throw new RangeError(`invalid uniform number; not in [0, 1): ${uniform}`);
    return Math.floor(-Math.log1p(-uniform) / rate);
  };
  return draw(up) - draw(down);
}

/** Noise of the Laplace and Gaussian mechanisms for the same count, for comparison. */
export type OtherMechanisms = {
  readonly laplaceScale: number;
  /** Half width of Laplace noise at the level. */
  readonly laplaceHalfWidth: number;
  /** Standard deviation of Gaussian noise with zero-concentrated loss ρ. */
  readonly gaussianStandardDeviation: number;
};

/**
 * What the Laplace and Gaussian mechanisms would add instead. Neither gives whole numbers; the loss of the Gaussian is
 * counted in ρ, not in ε, so the two are not comparable number for number.
 *
 * Source: Dwork & Roth (2014), ch. 3; Bun & Steinke (2016), Theory of Cryptography, 635–658: σ = Δ/√(2ρ).
 *
 * @param options.rho zero-concentrated privacy loss of the Gaussian; ½ if not given
 * @throws RangeError if ε, ρ or the sensitivity is not positive, or the level is not in (0, 1)
 * @example otherMechanisms({ epsilon: 1 })
 *   // { laplaceScale: 1, laplaceHalfWidth: 2.9957…, gaussianStandardDeviation: 1 }
 */
export function otherMechanisms(
  loss: PrivacyLoss,
  { level = 0.95, rho = 0.5 }: { readonly level?: number; readonly rho?: number } = {},
): OtherMechanisms {
  const laplaceScale = 1 / rateOf(loss);
  checkLevel(level);
  if (!(rho > 0)) throw new RangeError(`invalid rho; must be positive: ${rho}`);
  return {
    laplaceScale,
    laplaceHalfWidth: -laplaceScale * Math.log(1 - level),
    gaussianStandardDeviation: (loss.sensitivity ?? 1) / Math.sqrt(2 * rho),
  };
}

function rateOf({ epsilon, sensitivity = 1 }: PrivacyLoss): number {
  for (const [name, value] of Object.entries({ epsilon, sensitivity }))
    if (!(value > 0 && Number.isFinite(value)))
      throw new RangeError(`invalid ${name}; must be a positive number: ${value}`);
  return epsilon / sensitivity;
}

function checkLevel(level: number): void {
  if (!(0 < level && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
}
