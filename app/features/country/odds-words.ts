export { oddsWord, oneIn, verdictSentence } from '~/charts/odds-words';
