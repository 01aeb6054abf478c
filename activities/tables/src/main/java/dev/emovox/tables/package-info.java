/**
 * Tables of records as Parquet files: what stages hand to each other and what data scientists open
 * with pandas, DuckDB or Spark. The Parquet library stays inside this package.
 */
package dev.emovox.tables;
