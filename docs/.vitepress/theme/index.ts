import DefaultTheme from 'vitepress/theme';
import { h } from 'vue';
import mark from '../../../public/favicon.svg?raw';
import './theme.css';

export default {
  extends: DefaultTheme,
  Layout: () =>
    h(DefaultTheme.Layout, null, { 'nav-bar-title-before': () => h('span', { class: 'mark', innerHTML: mark, 'aria-hidden': 'true' }) }),
};
