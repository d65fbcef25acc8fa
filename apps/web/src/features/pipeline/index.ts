export { SavedViews } from './saved-views/saved-views.tsx';
