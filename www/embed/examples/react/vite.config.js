/** The package brings a file of WebAssembly beside its modules: Vite's development server must leave it where it is. */
export default {
  base: './',
  optimizeDeps: { exclude: ['claimlight'] },
  build: { target: 'es2022' },
};
