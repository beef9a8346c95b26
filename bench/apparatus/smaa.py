"""The same run of SMAA-2 in straightforward numpy, written from the definitions: bench/decision.ts hands over the problem as JSON and reads the seconds."""

import json
import sys
import time

import numpy as np

problem = json.load(sys.stdin)
low = np.array(problem["low"])
high = np.array(problem["high"])
draws = problem["draws"]
confidence_draws = problem["confidenceDraws"]
kept = problem["kept"]
rounds = problem["rounds"]
memberships, criteria = low.shape
# What stays within the cache: all draws at once need a gigabyte and are slower.
piece = 1_000
generator = np.random.default_rng(1)


def draw_scores(count):
    return generator.uniform(low, high, (count, memberships, criteria))


def run():
    places = np.zeros((memberships, memberships))
    ahead = np.zeros((memberships, memberships))
    first_weights = np.zeros((memberships, criteria))
    sums = np.zeros(memberships)
    kept_values = []
    for start in range(0, draws, piece):
        count = min(piece, draws - start)
        weights = generator.dirichlet(np.ones(criteria), count)
        values = np.einsum("dmc,dc->dm", draw_scores(count), weights)
        beats = values[:, :, None] > values[:, None, :]
        ahead += beats.sum(axis=0)
        ranks = beats.sum(axis=1)
        for place in range(memberships):
            places[:, place] += (ranks == place).sum(axis=0)
        first_weights += (ranks == 0).astype(float).T @ weights
        sums += values.sum(axis=0)
        if start < kept:
            kept_values.append(values[: kept - start])
    bounds = np.percentile(np.concatenate(kept_values), [5, 95], axis=0)
    central = first_weights / np.maximum(places[:, :1], 1)
    firsts = np.zeros(memberships)
    for start in range(0, confidence_draws, piece):
        count = min(piece, confidence_draws - start)
        values = draw_scores(count) @ central.T
        firsts += (np.einsum("dmm->dm", values) >= values.max(axis=1)).sum(axis=0)
    return places / draws, ahead / draws, central, sums / draws, bounds, firsts / confidence_draws


seconds = []
for _ in range(rounds):
    started = time.process_time()
    found = run()
    seconds.append(time.process_time() - started)
print(json.dumps({"seconds": seconds, "first": found[0][:, 0].tolist(), "confidence": found[5].tolist(), "numpy": np.__version__}))
