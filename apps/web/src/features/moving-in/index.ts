export { MovingInCard } from './moving-in-card.tsx';
