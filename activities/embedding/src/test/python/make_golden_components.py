"""Writes golden values of principal components and trustworthiness, by scikit-learn.

usage: make_golden_components.py FILE

The table is a formula that the Java test computes too; it has one column that does not vary.
Made with scikit-learn 1.9.1 and numpy 2.4.6.
"""

import sys

import numpy as np
from sklearn.decomposition import PCA
from sklearn.manifold import trustworthiness
from sklearn.preprocessing import StandardScaler

ROWS, COLUMNS, CONSTANT, COMPONENTS = 60, 9, 3, 3


def table():
    i = np.arange(ROWS)[:, None]
    j = np.arange(COLUMNS)[None, :]
    values = np.sin(0.37 * (i + 1) * (j + 1)) + 0.1 * ((7 * i + 3 * j) % 11) + 0.01 * i * j
    values[:, CONSTANT] = 5
    return values


def main(path):
    standard = StandardScaler().fit_transform(table())
    standard = np.delete(standard, CONSTANT, axis=1)
    pca = PCA(COMPONENTS, svd_solver="full").fit(standard)
    weights = pca.components_.copy()
    for row in weights:
        if row[np.argmax(np.abs(row))] < 0:
            row *= -1
    coordinates = standard @ weights.T
    with open(path, "w", encoding="ascii") as out:
        for name, rows in (
            ("shares", pca.explained_variance_ratio_[None, :]),
            ("weights", weights),
            ("coordinates", coordinates),
        ):
            for row in rows:
                print(name, *(format(value, ".15g") for value in row), file=out)
        for neighbours in (1, 5, 12):
            trust = trustworthiness(standard, coordinates[:, :2], n_neighbors=neighbours)
            print("trustworthiness", neighbours, format(trust, ".15g"), file=out)


if __name__ == "__main__":
    main(sys.argv[1])
